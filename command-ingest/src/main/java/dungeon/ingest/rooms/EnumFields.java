package dungeon.ingest.rooms;

import dungeon.ingest.http.Fields;
import java.util.Arrays;
import java.util.Optional;

/** Values of the records, as fields of a body. */
final class EnumFields {
    private EnumFields() {}

    /**
     * The value that a field names.
     *
     * @param otherwise if the body has none
     */
    static <E extends Enum<E>> E oneOf(Fields fields, String name, Class<E> type, E otherwise) {
        Optional<String> text = fields.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        // The first is UNKNOWN, which is what readers make of values that they do not know.
        E[] known = Arrays.copyOfRange(type.getEnumConstants(), 1, type.getEnumConstants().length);
        for (E each : known) {
            if (each.name().equals(text.get())) {
                return each;
            }
        }
        fields.fault("/" + name, "must be one of " + Arrays.toString(known));
        return otherwise;
    }
}
