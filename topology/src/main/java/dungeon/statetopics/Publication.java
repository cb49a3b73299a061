package dungeon.statetopics;

import dungeon.platform.core.state.Table;
import dungeon.schemas.topics.Topic;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What of the records of a table is published.
 *
 * @param table whose records they are
 * @param topic where it is published
 * @param key of a record within its game; empty for a table with one record for each game
 * @param value of a record, given the id of its game
 * @param <V> the type of the table's records
 * @param <T> the type of the topic's values
 */
record Publication<V extends SpecificRecord, T extends SpecificRecordBase>(
        Table<?, V> table, Topic<T> topic, Function<V, String> key, BiFunction<String, V, T> value) {

    private static final String SEQUENCE = "sequence";

    String keyOf(String gameId, V stored) {
        String within = key.apply(stored);
        return within.isEmpty() ? gameId : gameId + StateKeys.SEPARATOR + within;
    }

    T valueOf(String gameId, V stored) {
        return value.apply(gameId, stored);
    }

    /** Whether a change of a record is one of what is published of it. */
    boolean changes(String gameId, V before, V after) {
        if (before == null) {
            return true;
        }
        T told = valueOf(gameId, before);
        T tells = valueOf(gameId, after);
        told.put(SEQUENCE, tells.get(SEQUENCE));
        return !told.equals(tells);
    }
}
