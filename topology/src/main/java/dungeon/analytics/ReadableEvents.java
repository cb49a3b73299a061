package dungeon.analytics;

import dungeon.schemas.Event;
import dungeon.schemas.serde.UndecodableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives null for what is no event: figures go on without it. A registry that does not answer fails the task, which begins again. */
record ReadableEvents(Deserializer<Event> events) implements Deserializer<Event> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadableEvents.class);

    @Override
    public Event deserialize(String topic, byte[] bytes) {
        try {
            return events.deserialize(topic, bytes);
        } catch (UndecodableException e) {
            LOG.error("Left out a record of {}", topic, e);
            return null;
        }
    }
}
