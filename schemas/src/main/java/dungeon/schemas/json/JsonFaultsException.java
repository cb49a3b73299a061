package dungeon.schemas.json;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON document is not the record that it should be; carries the faults that were found. */
public final class JsonFaultsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<JsonFault> faults;
    private final int count;

    JsonFaultsException(JsonFault fault) {
        this(List.of(fault), 1);
    }

    JsonFaultsException(List<JsonFault> faults, int count) {
        super(faults.stream()
                        .map(fault -> (fault.pointer().isEmpty() ? "/" : fault.pointer()) + ": " + fault.problem())
                        .collect(Collectors.joining("; "))
                + (count > faults.size() ? "; and %,d more".formatted(count - faults.size()) : ""));
        this.faults = List.copyOf(faults);
        this.count = count;
    }

    /** The first faults, in the order of the document's fields; at most {@link JsonFault#SHOWN_MAXIMUM}. */
    public List<JsonFault> faults() {
        return faults;
    }

    /** How many there are in all. */
    public int count() {
        return count;
    }
}
