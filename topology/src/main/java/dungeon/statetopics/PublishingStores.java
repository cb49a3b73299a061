package dungeon.statetopics;

import dungeon.platform.core.state.StateBackend;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.streams.TableStores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Tables in a store, with what of their changes is to be published. */
final class PublishingStores implements StateBackend {
    /**
     * What a record has become.
     *
     * @param publication where it is published
     * @param value null if there is none any more
     */
    record Change(Publication<?, ?> publication, String key, SpecificRecord value) {}

    private final TableStores stores;
    private final List<Change> changes = new ArrayList<>();
    private String gameId;

    PublishingStores(TableStores stores) {
        this.stores = stores;
    }

    /** Gives what has changed since the last call, in the order of the changes. */
    void forEachChange(Consumer<Change> action) {
        changes.forEach(action);
        changes.clear();
    }

    /** Forgets the game that is selected, and publishes that nothing of it is any more. */
    void forgetGame() {
        Publications.ALL.forEach(this::addTombstones);
        stores.deleteAll();
    }

    private <V extends SpecificRecord> void addTombstones(Publication<V, ?> publication) {
        stores.scan(
                publication.table(),
                stored -> changes.add(new Change(publication, publication.keyOf(gameId, stored), null)));
    }

    @Override
    public void select(String aggregateId) {
        gameId = aggregateId;
        stores.select(aggregateId);
    }

    @Override
    public <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value) {
        forEachOf(table, (publication, before) -> add(publication, before, value), () -> stores.load(table, key));
        stores.store(table, key, value);
    }

    /** The record of before is looked up for tables of which something is published. */
    private <V extends SpecificRecord> void forEachOf(
            Table<?, V> table, BiConsumer<Publication<V, ?>, V> action, Supplier<V> before) {
        V known = null;
        boolean lookedUp = false;
        for (Publication<?, ?> publication : Publications.ALL) {
            if (publication.table() == table) {
                if (!lookedUp) {
                    known = before.get();
                    lookedUp = true;
                }
                action.accept(of(publication), known);
            }
        }
    }

    /** A publication has the types of its table, which is the one that was asked for. */
    @SuppressWarnings("unchecked")
    private static <V extends SpecificRecord> Publication<V, ?> of(Publication<?, ?> publication) {
        return (Publication<V, ?>) publication;
    }

    private <V extends SpecificRecord> void add(Publication<V, ?> publication, V before, V after) {
        if (publication.changes(gameId, before, after)) {
            changes.add(new Change(publication, publication.keyOf(gameId, after), publication.valueOf(gameId, after)));
        }
    }

    @Override
    public boolean keeps(Table<?, ?> table) {
        return stores.keeps(table);
    }

    @Override
    public <K, V extends SpecificRecord> V load(Table<K, V> table, K key) {
        return stores.load(table, key);
    }

    @Override
    public <K, V extends SpecificRecord> void scan(Table<K, V> table, Consumer<V> action) {
        stores.scan(table, action);
    }

    @Override
    public AggregateTimers timers() {
        return stores.timers();
    }

    @Override
    public void add(DueTimer timer) {
        stores.add(timer);
    }

    @Override
    public void remove(DueTimer timer) {
        stores.remove(timer);
    }

    @Override
    public boolean deleteBatch(int most) {
        return stores.deleteBatch(most);
    }

    @Override
    public void forget() {
        stores.forget();
    }
}
