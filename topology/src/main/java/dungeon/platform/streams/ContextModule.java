package dungeon.platform.streams;

import dungeon.platform.core.BoundedContext;
import dungeon.schemas.topics.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * A context and its topics: what an application of Kafka Streams is composed of.
 *
 * @param commands where its commands come from
 * @param events where its events go
 * @param <C> the type of the commands
 * @param <E> the type of the events
 */
public record ContextModule<C extends SpecificRecord, E extends SpecificRecord>(
        BoundedContext<C, E, ?> context, Topic<C> commands, Topic<E> events) {

    /** The name of the context. */
    public String name() {
        return context.name();
    }
}
