package dungeon.queries.views;

import dungeon.queries.views.SkippedEvents.Cause;
import dungeon.rules.Draft;
import dungeon.rules.Evolution;
import dungeon.schemas.Event;
import dungeon.schemas.serde.UndecodableException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Folds each event into the stores. */
final class ViewsProcessor implements Processor<String, byte[], Void, Void> {
    private final Deserializer<Event> deserializer;
    private final SequenceSignals signals;
    private final ReadyPartitions ready;
    private final SkippedEvents skipped;
    private ProcessorContext<Void, Void> context;
    private ViewStores stores;

    ViewsProcessor(
            Deserializer<Event> deserializer, SequenceSignals signals, ReadyPartitions ready, SkippedEvents skipped) {
        this.deserializer = deserializer;
        this.signals = signals;
        this.ready = ready;
        this.skipped = skipped;
    }

    @Override
    public void init(ProcessorContext<Void, Void> newContext) {
        context = newContext;
        stores = ViewStores.of(newContext);
        ready.add(newContext.taskId().partition(), this);
    }

    @Override
    public void close() {
        ready.remove(context.taskId().partition(), this);
    }

    /** A registry that does not answer fails the task, which then begins again with the same record. */
    @Override
    public void process(Record<String, byte[]> record) {
        Event event = decode(record);
        // The rejections of commands to no game, which have no number, leave no trace.
        if (event == null || event.getSequence() <= 0) {
            return;
        }
        if (!event.getGameId().equals(record.key())) {
            skip(Cause.WRONG_KEY, "an event of game " + event.getGameId() + " under the key " + record.key(), null);
            return;
        }
        if (fold(event)) {
            signals.reached(event.getGameId(), event.getSequence());
        }
    }

    private Event decode(Record<String, byte[]> record) {
        try {
            Event event = deserializer.deserialize(ViewsTopology.SOURCE_TOPIC, record.value());
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
     * All of the fold happens on a draft, so that an event that does not fit leaves nothing behind. Trouble with a store is
     * no such thing: it fails the task.
     */
    private boolean fold(Event event) {
        Draft draft = new Draft(new StoreWorld(stores, event.getGameId()));
        try {
            Evolution.evolve(draft, event);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            skip(Cause.UNFOLDABLE, "event %d of game %s".formatted(event.getSequence(), event.getGameId()), e);
            return false;
        }
        draft.commit();
        return true;
    }

    private void skip(Cause cause, String what, Exception exception) {
        skipped.add(cause, what, context.recordMetadata().orElse(null), exception);
    }
}
