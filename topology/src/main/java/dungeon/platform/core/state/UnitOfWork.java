package dungeon.platform.core.state;

import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Progress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a decision has read and changed of one aggregate. Nothing of it is in the backend before {@link #commit()}, so whatever goes
 * wrong in a decision leaves nothing behind; nothing has to be undone, because nothing was written. What was read or written once
 * is at hand until the next {@link #begin}, or longer where nobody else changes it. Used again for each command, by one thread.
 */
public final class UnitOfWork implements StateReader, StateChanges {
    /** A closed aggregate's records are deleted in batches this far apart, in ms. */
    public static final long DELETION_STEP_MS = 1_000;

    private final StateBackend backend;
    private final Table<Void, Progress> progressTable;
    private final Slot<?, ?>[] slots;
    /** Bit n is set if table n is kept by the backend. */
    private final long kept;
    /** Bit n is set if the slot of table n has cells, or has changed ones. */
    private long used;

    private long changed;
    private final Map<TimerId, DueTimer> timerChanges = new LinkedHashMap<>();
    private boolean timersCancelled;
    private String aggregateId;
    /** What the backend said of changes by others when this turned to the aggregate. */
    private long changesByOthers = -1;

    private EventMetadata event;
    private boolean closing;

    public UnitOfWork(Tables tables, StateBackend backend) {
        this.backend = backend;
        this.progressTable = tables.progress();
        this.slots = tables.all().stream().map(Slot::new).toArray(Slot<?, ?>[]::new);
        long keptTables = 0;
        for (Table<?, ?> table : tables.all()) {
            keptTables |= backend.keeps(table) ? 1L << table.index() : 0;
        }
        this.kept = keptTables;
    }

    /** Turns to an aggregate, and forgets whatever was not committed. */
    public void begin(String id) {
        boolean nothingChanged = changed == 0 && changesByOthers >= 0 && id.equals(aggregateId);
        backend.select(id);
        aggregateId = id;
        long changesBefore = changesByOthers;
        changesByOthers = backend.changesByOthers();
        if (nothingChanged && changesByOthers == changesBefore) {
            discardTimers();
        } else {
            discard();
        }
    }

    /** Folds an event that follows those that were folded before; one outside the sequence (number 0) changes nothing. */
    public void fold(Evolver evolver, EventMetadata next, SpecificRecord payload) {
        if (next.sequence() <= 0) {
            return;
        }
        event = next;
        closing = false;
        evolver.evolve(this, next, payload);
        Progress before = progress();
        if (before == null || before.getSequence() < next.sequence()) {
            boolean closed = closing || (before != null && before.getClosed());
            put(progressTable, new Progress(next.sequence(), next.timeMs(), closed));
        }
    }

    /** Writes what was changed: records in the order of their tables, then timers, and the progress last. */
    public void commit() {
        long last = 1L << progressTable.index();
        store(changed & ~last);
        storeTimers();
        store(changed & last);
        changed = 0;
    }

    /** Forgets what was read and changed. */
    public void discard() {
        for (long left = used; left != 0; left &= left - 1) {
            slots[Long.numberOfTrailingZeros(left)].clear();
        }
        used = 0;
        changed = 0;
        discardTimers();
    }

    private void discardTimers() {
        timerChanges.clear();
        timersCancelled = false;
    }

    /** How far the aggregate is; null if nothing ever happened to it. */
    public Progress progress() {
        return get(progressTable, null);
    }

    /** The aggregate's timers, without what was changed and not committed. */
    public AggregateTimers timers() {
        return backend.timers();
    }

    /**
     * Deletes a piece of what a closed aggregate has left behind, at once and without a commit. The next piece comes later than
     * now, and not only later than its timer was due: after an outage many steps would be due at once.
     *
     * @param most how many records
     */
    public void deleteBatch(DueTimer timer, int most, long nowMs) {
        discard();
        backend.remove(timer);
        if (backend.deleteBatch(most)) {
            backend.add(new DueTimer(nowMs + DELETION_STEP_MS, timer.setBy(), timer.id()));
        } else if (timer.id().isForgetting()) {
            forget(timer, nowMs);
        }
    }

    private void forget(DueTimer timer, long nowMs) {
        long notBeforeMs = timer.id().notBeforeMs();
        if (nowMs >= notBeforeMs) {
            backend.forget();
        } else {
            backend.add(new DueTimer(notBeforeMs, timer.setBy(), timer.id()));
        }
    }

    @Override
    public String aggregateId() {
        return aggregateId;
    }

    @Override
    public boolean exists() {
        Progress progress = progress();
        return progress != null && !progress.getClosed();
    }

    @Override
    public boolean isTaken() {
        return progress() != null;
    }

    @Override
    public <K, V extends SpecificRecord> V get(Table<K, V> table, K key) {
        if (!isKept(table)) {
            return null;
        }
        used |= 1L << table.index();
        return slotOf(table).cell(backend, key).value;
    }

    @Override
    public <V extends SpecificRecord> V get(Table<Void, V> table) {
        return get(table, null);
    }

    @Override
    public <K, V extends SpecificRecord> void forEach(Table<K, V> table, Consumer<V> action) {
        Slot<K, V> slot = slotOf(table);
        if ((changed & 1L << table.index()) == 0) {
            backend.scan(table, action);
            return;
        }
        Set<K> seen = new HashSet<>();
        backend.scan(table, stored -> {
            K key = table.keyOf(stored);
            Cell<K, V> cell = slot.known(key);
            seen.add(key);
            action.accept(cell != null ? cell.value : stored);
        });
        for (Cell<K, V> cell = slot.firstChanged; cell != null; cell = cell.nextChanged) {
            if (seen.add(cell.key)) {
                action.accept(cell.value);
            }
        }
    }

    @Override
    public <K, V extends SpecificRecord> void put(Table<K, V> table, V value) {
        if (!isKept(table)) {
            return;
        }
        used |= 1L << table.index();
        changed |= 1L << table.index();
        slotOf(table).put(table.keyOf(value), value);
    }

    @Override
    public <K, V extends SpecificRecord> void change(Table<K, V> table, K key, Consumer<V> change) {
        if (!isKept(table)) {
            return;
        }
        V before = get(table, key);
        if (before == null) {
            throw new IllegalStateException("Event %d of %s changes one of %s that is not there: %s"
                    .formatted(event.sequence(), aggregateId, table, key));
        }
        if (table.sequenceOf(before) < event.sequence()) {
            V after = table.copyOf(before);
            change.accept(after);
            table.setSequence(after, event.sequence());
            put(table, after);
        }
    }

    @Override
    public void setTimer(TimerId id, long dueMs) {
        timerChanges.put(id, new DueTimer(dueMs, event.sequence(), id));
    }

    @Override
    public void cancelTimer(TimerId id) {
        timerChanges.put(id, null);
    }

    @Override
    public void cancelTimers() {
        timerChanges.clear();
        timersCancelled = true;
    }

    @Override
    public void close() {
        close(TimerId.DELETION);
    }

    @Override
    public void closeAndForget(long notBeforeMs) {
        close(TimerId.forgetting(notBeforeMs));
    }

    private void close(TimerId deletion) {
        closing = true;
        cancelTimers();
        setTimer(deletion, event.timeMs() + DELETION_STEP_MS);
    }

    private boolean isKept(Table<?, ?> table) {
        return (kept & 1L << table.index()) != 0;
    }

    private void store(long tables) {
        for (long left = tables; left != 0; left &= left - 1) {
            slots[Long.numberOfTrailingZeros(left)].store(backend);
        }
    }

    private void storeTimers() {
        if (timersCancelled) {
            backend.timers().all().forEach(backend::remove);
        }
        // Of a timer that was set and cancelled in one decision nothing is written.
        timerChanges.forEach((id, after) -> {
            DueTimer before = backend.timers().find(id);
            if (before != null && !before.equals(after)) {
                backend.remove(before);
            }
            if (after != null && !after.equals(before)) {
                backend.add(after);
            }
        });
        discardTimers();
    }

    /** A slot has the types of its table, because each table has an index of its own in its context. */
    @SuppressWarnings("unchecked")
    private <K, V extends SpecificRecord> Slot<K, V> slotOf(Table<K, V> table) {
        Slot<?, ?> slot = slots[table.index()];
        if (slot.table != table) {
            throw new IllegalArgumentException("The table %s is of another context".formatted(table));
        }
        return (Slot<K, V>) slot;
    }
}
