package dungeon.queries.views;

import dungeon.platform.core.EventFolder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What is kept beside the tables of a context, so that some of its aggregates are found among all. */
public interface ViewIndex<E extends SpecificRecord> {
    /**
     * Brings the entries of an aggregate up to date; also for an event that was folded before.
     *
     * @param event was folded just now
     * @param folder has the aggregate's records as they are after it
     * @param store holds the tables and the entries
     */
    void update(E event, EventFolder<E> folder, KeyValueStore<Bytes, byte[]> store);

    /** Removes the entries of an aggregate that has ended for good. */
    void remove(String aggregateId, KeyValueStore<Bytes, byte[]> store);

    /** The aggregates in a state, in the order of their ids, from one on; null for all. */
    ViewTables.Ids from(ReadOnlyKeyValueStore<Bytes, byte[]> store, String state, String aggregateId);
}
