package dungeon.rules;

import org.apache.avro.specific.SpecificRecord;

/** Copies of state records, to be changed and put. Nested lists are shared, so they are replaced, never changed. */
final class Copies {
    private Copies() {}

    /** Gives an empty record the fields of another one. */
    static <T extends SpecificRecord> T copy(T from, T empty) {
        int fields = from.getSchema().getFields().size();
        for (int i = 0; i < fields; i++) {
            empty.put(i, from.get(i));
        }
        return empty;
    }
}
