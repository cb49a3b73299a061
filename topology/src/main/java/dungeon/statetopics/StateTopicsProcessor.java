package dungeon.statetopics;

import dungeon.app.Contexts;
import dungeon.platform.core.EventFolder;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.streams.TableStores;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.serde.UndecodableException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds each event of a game into its tables, and publishes what that has changed. */
final class StateTopicsProcessor implements Processor<String, byte[], String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(StateTopicsProcessor.class);

    private final Deserializer<Event> deserializer;
    private ProcessorContext<String, SpecificRecord> context;
    private PublishingStores stores;
    private EventFolder<Event> folder;

    StateTopicsProcessor(Deserializer<Event> deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> newContext) {
        context = newContext;
        stores = new PublishingStores(
                TableStores.ofViews(Contexts.ROBOTS.context(), newContext, StateTopicsTopology.STORE));
        folder = new EventFolder<>(
                Contexts.ROBOTS.context(),
                new UnitOfWork(Contexts.ROBOTS.context().tables(), stores));
    }

    /** A registry that does not answer fails the task, which then begins again with the same record. */
    @Override
    public void process(Record<String, byte[]> record) {
        Event event = decode(record);
        // The rejections of commands to no game change nothing.
        if (event == null || event.getSequence() <= 0) {
            return;
        }
        if (!event.getGameId().equals(record.key())) {
            leaveOut("an event of " + event.getGameId(), null);
            return;
        }
        if (!fold(event)) {
            return;
        }
        if (event.getPayload() instanceof GamePurged) {
            stores.forgetGame();
        }
        stores.forEachChange(change -> context.forward(
                new Record<>(change.key(), change.value(), record.timestamp()),
                change.publication().topic().name()));
    }

    /** Nothing of the fold is written before it is complete, so an event that does not fit leaves nothing behind. */
    private boolean fold(Event event) {
        try {
            folder.fold(event);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            leaveOut("event %d of %s".formatted(event.getSequence(), event.getGameId()), e);
            return false;
        }
        folder.commit();
        return true;
    }

    private Event decode(Record<String, byte[]> record) {
        try {
            return deserializer.deserialize(Contexts.ROBOTS.events().name(), record.value());
        } catch (UndecodableException e) {
            leaveOut("a record", e);
            return null;
        }
    }

    /** Whoever wrote it is not the topology; the state of one game is then not what its events say, and all others go on. */
    private void leaveOut(String what, Exception cause) {
        LOG.error("Left out {} at {}", what, context.recordMetadata().orElse(null), cause);
    }
}
