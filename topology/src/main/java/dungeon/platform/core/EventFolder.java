package dungeon.platform.core;

import dungeon.platform.core.state.Evolver;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.envelope.EventFormat;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Progress;
import org.apache.avro.specific.SpecificRecord;

/**
 * Folds the events of a log into state: for views, audits and replays. Who decides folds with each decision, by the same evolver.
 *
 * @param <E> the type of the events
 */
public final class EventFolder<E extends SpecificRecord> {
    private final EventFormat<E> format;
    private final Evolver evolver;
    private final UnitOfWork work;
    private long missing;

    public EventFolder(BoundedContext<?, E, ?> context, UnitOfWork work) {
        this.format = context.events();
        this.evolver = context.evolver();
        this.work = work;
    }

    /**
     * Folds an event; nothing of it is written before {@link #commit()}.
     *
     * @return how long after the aggregate's event before it came, in ms; 0 if it is the first one
     * @throws RuntimeException if it does not fit the state, which is then as it was before
     */
    public long fold(E event) {
        EventMetadata metadata = format.metadataOf(event);
        work.begin(metadata.aggregateId());
        Progress before = work.progress();
        missing = before == null ? 0 : metadata.sequence() - before.getSequence() - 1;
        work.fold(evolver, metadata, format.payloadOf(event));
        return before == null ? 0 : metadata.timeMs() - before.getTimeMs();
    }

    /**
     * How many events are missing between the one that was folded last and the one before it; below 0 if it had come before. Of an aggregate
     * of which nothing was known, 0.
     */
    public long missing() {
        return missing;
    }

    public void commit() {
        work.commit();
    }

    /** A record of the aggregate whose event was folded last, of a table with one for each aggregate; null if there is none. */
    public <V extends SpecificRecord> V get(Table<Void, V> table) {
        return work.get(table);
    }
}
