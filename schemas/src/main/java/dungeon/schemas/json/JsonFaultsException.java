package dungeon.schemas.json;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON document is not the record that it should be; carries every fault that was found. */
public final class JsonFaultsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<JsonFault> faults;

    JsonFaultsException(List<JsonFault> faults) {
        super(faults.stream()
                .map(fault -> (fault.pointer().isEmpty() ? "/" : fault.pointer()) + ": " + fault.problem())
                .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order of the document's fields. */
    public List<JsonFault> faults() {
        return faults;
    }
}
