package dungeon.queries.views;

import dungeon.platform.core.EventFolder;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.envelope.EventFormat;
import dungeon.platform.streams.ContextModule;
import dungeon.platform.streams.TableStores;
import dungeon.platform.tracing.Tracing;
import dungeon.queries.positions.FoldedUpTo;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.views.SkippedEvents.Cause;
import dungeon.schemas.serde.UndecodableException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Folds each event of a context into its tables. */
final class ViewsProcessor<E extends SpecificRecord> implements Processor<String, byte[], Void, Void> {
    private static final Duration DEPARTURES = Duration.ofSeconds(1);

    /** So many records are removed between two records that are folded; some 10 ms. */
    static final int DEPARTING_RECORDS = 2_000;

    private final ContextModule<?, E> module;
    private final EventFormat<E> format;
    private final String store;
    private final ViewIndex<E> index;
    private final Deserializer<E> deserializer;
    private final SequenceSignals signals;
    private final ReadyPartitions ready;
    private final FoldedUpTo folded;
    private final SkippedEvents skipped;
    private final DepartingAggregates departing;
    private final Tracing tracing;
    private ProcessorContext<Void, Void> context;
    private TableStores tables;
    private EventFolder<E> folder;
    private KeyValueStore<Bytes, byte[]> places;

    ViewsProcessor(
            View<E> view,
            Deserializer<E> deserializer,
            SequenceSignals signals,
            ReadyPartitions ready,
            FoldedUpTo folded,
            SkippedEvents skipped,
            DepartingAggregates departing,
            Tracing tracing) {
        this.module = view.module();
        this.format = module.context().events();
        this.store = view.store();
        this.index = view.index();
        this.deserializer = deserializer;
        this.signals = signals;
        this.ready = ready;
        this.folded = folded;
        this.skipped = skipped;
        this.departing = departing;
        this.tracing = tracing;
    }

    @Override
    public void init(ProcessorContext<Void, Void> newContext) {
        context = newContext;
        tables = TableStores.ofViews(module.context(), newContext, store);
        folder = new EventFolder<>(
                module.context(), new UnitOfWork(module.context().tables(), tables));
        places = newContext.getStateStore(store);
        newContext.schedule(DEPARTURES, PunctuationType.WALL_CLOCK_TIME, now -> letDepart());
        ready.add(newContext.taskId().partition(), this);
    }

    @Override
    public void close() {
        ready.remove(context.taskId().partition(), this);
        folded.forget(context.taskId().partition());
        departing.forget(context.taskId().partition());
    }

    /** A registry that does not answer fails the task, which then begins again with the same record. */
    @Override
    public void process(Record<String, byte[]> record) {
        SpanContext trace = tracing.of(record.headers());
        if (trace.isValid()) {
            Span span = tracing.begin("view", SpanKind.CONSUMER, trace);
            take(record);
            span.end();
        } else {
            take(record);
        }
        // Last, so that whoever reads it first finds all before it.
        EventPlaces.folded(places, offset() + 1);
        context.recordMetadata().ifPresent(from -> folded.folded(from.partition(), from.offset()));
    }

    private void take(Record<String, byte[]> record) {
        E event = decode(record);
        // The rejections of commands to no aggregate, which have no number, leave no trace.
        if (event == null || format.sequence().applyAsLong(event) <= 0) {
            return;
        }
        String aggregateId = format.aggregateId().apply(event);
        if (!aggregateId.equals(record.key())) {
            skip(Cause.WRONG_KEY, "an event of " + aggregateId + " under the key " + record.key(), null);
            return;
        }
        fold(event);
    }

    private E decode(Record<String, byte[]> record) {
        try {
            E event = deserializer.deserialize(module.events().name(), record.value());
            if (event == null) {
                skip(Cause.UNDECODABLE, "a record without a value", null);
            }
            return event;
        } catch (UndecodableException e) {
            skip(Cause.UNDECODABLE, "a record", e);
            return null;
        }
    }

    /**
     * Nothing of the fold is written before it is complete, so an event that does not fit leaves nothing behind. Trouble with a
     * store is no such thing: it fails the task.
     */
    private void fold(E event) {
        String aggregateId = format.aggregateId().apply(event);
        long sequence = format.sequence().applyAsLong(event);
        long sinceLastMs;
        try {
            sinceLastMs = folder.fold(event);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            skip(Cause.UNFOLDABLE, "event %d of %s".formatted(sequence, aggregateId), e);
            return;
        }
        skipped.follows(sequence, folder.missing(), aggregateId);
        index.update(event, folder, places);
        folder.commit();
        EventPlaces.add(places, module.context().ids().prefix(aggregateId), sequence, offset(), sinceLastMs);
        signals.reached(aggregateId, sequence);
    }

    /** A source's records always have one. */
    private long offset() {
        return context.recordMetadata().orElseThrow().offset();
    }

    /** Each whole: a commit never comes in the middle, so what is restored has all of a game or nothing. Who reads meanwhile looks again afterwards. */
    private void letDepart() {
        int removed = 0;
        while (removed < DEPARTING_RECORDS) {
            String aggregateId = departing.next(context.taskId().partition());
            if (aggregateId == null) {
                return;
            }
            removed += remove(aggregateId);
        }
    }

    private int remove(String aggregateId) {
        byte[] aggregate = module.context().ids().prefix(aggregateId);
        tables.select(aggregateId);
        int records = tables.deleteAll();
        index.remove(aggregateId, places);
        List<Bytes> keys = EventPlaces.keysOf(places, aggregate);
        keys.forEach(places::delete);
        return records + keys.size();
    }

    private void skip(Cause cause, String what, Exception exception) {
        skipped.add(cause, what, context.recordMetadata().orElse(null), exception);
    }
}
