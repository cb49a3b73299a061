package dungeon.queries.views;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.EventFolder;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.envelope.EventFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * An index of the aggregates by their state, beside the tables: the few that go on are found among all that ever were. Of one that is over
 * there is an entry; those that are not are together in one record for each state, of 16 bytes an aggregate, because the
 * lobby bounds how many there are. With an entry of each, RocksDB would go through
 * what is left of the entries of all that are over, because what is deleted stays until files are merged.
 *
 * @param <E> the type of the events
 */
public final class StateIndex<E extends SpecificRecord> implements ViewIndex<E> {
    /** Above those of {@link EventPlaces}. */
    static final byte CODE = 112;

    private static final byte[] PRESENT = {1};
    /** Before all that names consist of, so that none is taken for the beginning of another. */
    private static final byte END_OF_NAME = 0;

    private final AggregateIds ids;
    private final EventFormat<E> format;
    private final List<String> open;
    private final String over;
    private final BiFunction<E, EventFolder<E>, String> stateAfter;

    /**
     * An index.
     *
     * @param open the states of what goes on
     * @param over the state of what is over for good
     * @param stateAfter the state after an event that was folded just now; null if it changes none
     */
    public StateIndex(
            BoundedContext<?, E, ?> context,
            List<String> open,
            String over,
            BiFunction<E, EventFolder<E>, String> stateAfter) {
        this.ids = context.ids();
        this.format = context.events();
        this.open = List.copyOf(open);
        this.over = over;
        this.stateAfter = stateAfter;
    }

    @Override
    public void update(E event, EventFolder<E> folder, KeyValueStore<Bytes, byte[]> store) {
        String now = stateAfter.apply(event, folder);
        if (now == null) {
            return;
        }
        String aggregateId = format.aggregateId().apply(event);
        open.forEach(state -> updateTogether(state, state.equals(now), aggregateId, store));
        if (now.equals(over)) {
            store.put(key(over, aggregateId), PRESENT);
        }
    }

    @Override
    public void remove(String aggregateId, KeyValueStore<Bytes, byte[]> store) {
        store.delete(key(over, aggregateId));
    }

    private void updateTogether(String state, boolean isIn, String aggregateId, KeyValueStore<Bytes, byte[]> store) {
        Bytes key = prefix(state, END_OF_NAME);
        Set<String> all = new TreeSet<>(together(store, key));
        boolean changed = isIn ? all.add(aggregateId) : all.remove(aggregateId);
        if (changed) {
            store.put(key, encoded(all));
        }
    }

    @Override
    public ViewTables.Ids from(ReadOnlyKeyValueStore<Bytes, byte[]> store, String state, String aggregateId) {
        Bytes all = prefix(state, END_OF_NAME);
        if (state.equals(over)) {
            Bytes from = aggregateId == null ? all : key(state, aggregateId);
            return ViewTables.Ids.of(
                    store.range(from, prefix(state, (byte) (END_OF_NAME + 1))),
                    key -> ids.idOf(key.get(), all.get().length));
        }
        return ViewTables.Ids.of(together(store, all).stream()
                .filter(id -> aggregateId == null || id.compareTo(aggregateId) >= 0)
                .iterator());
    }

    private List<String> together(ReadOnlyKeyValueStore<Bytes, byte[]> store, Bytes key) {
        byte[] encoded = store.get(key);
        List<String> found = new ArrayList<>();
        for (int at = 0; encoded != null && at < encoded.length; at += ids.prefixBytes(encoded, at)) {
            found.add(ids.idOf(encoded, at));
        }
        return found;
    }

    private byte[] encoded(Set<String> all) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        all.forEach(id -> encoded.writeBytes(ids.prefix(id)));
        return encoded.toByteArray();
    }

    private Bytes key(String state, String aggregateId) {
        byte[] prefix = prefix(state, END_OF_NAME).get();
        byte[] id = ids.prefix(aggregateId);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + id.length)
                .put(prefix)
                .put(id)
                .array());
    }

    private static Bytes prefix(String state, byte end) {
        byte[] name = state.getBytes(StandardCharsets.US_ASCII);
        return Bytes.wrap(ByteBuffer.allocate(name.length + 2)
                .put(CODE)
                .put(name)
                .put(end)
                .array());
    }
}
