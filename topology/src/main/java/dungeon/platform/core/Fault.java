package dungeon.platform.core;

import java.util.List;
import java.util.function.BiFunction;

/**
 * What is wrong with a part of a command.
 *
 * @param field where; the name of a field, a JSON pointer, or the name of a value
 * @param problem what, or the value
 */
public record Fault(String field, String problem) {
    /** Faults as the details of a context's own rejections. */
    public static <D> List<D> toDetails(List<Fault> faults, BiFunction<String, String, D> detail) {
        return faults.stream()
                .map(fault -> detail.apply(fault.field(), fault.problem()))
                .toList();
    }
}
