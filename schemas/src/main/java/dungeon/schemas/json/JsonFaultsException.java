package dungeon.schemas.json;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON document is not the record that it should be; carries the faults that were found. */
public final class JsonFaultsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<JsonFault> faults;
    private final int count;

    JsonFaultsException(JsonFaults faults) {
        super(faults.named().stream()
                        .map(fault -> (fault.pointer().isEmpty() ? "/" : fault.pointer()) + ": " + fault.problem())
                        .collect(Collectors.joining("; "))
                + (faults.count() > faults.named().size()
                        ? "; and %,d more"
                                .formatted(faults.count() - faults.named().size())
                        : ""));
        this.faults = faults.named();
        this.count = faults.count();
    }

    /** The first faults, in the order of the document's fields; at most {@link JsonFaults#NAMED_MAXIMUM}. */
    public List<JsonFault> faults() {
        return faults;
    }

    /** How many there are in all. */
    public int count() {
        return count;
    }
}
