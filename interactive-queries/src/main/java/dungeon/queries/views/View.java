package dungeon.queries.views;

import dungeon.platform.streams.ContextModule;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is folded of a context, and as what. Each is an application of Kafka Streams of its own, so that instances of a build without a game
 * go on beside those that have it.
 *
 * @param module the context
 * @param index is kept beside its tables
 * @param applicationId the name of the application, and of its group
 * @param eighths of the memory that all views of an instance share: for changes that are not written yet, and for recent events
 * @param <E> the type of its events
 */
public record View<E extends SpecificRecord>(
        ContextModule<?, E> module, ViewIndex<E> index, String applicationId, int eighths) {
    /** The store with its tables. */
    public String store() {
        return module.name() + "-views";
    }

    /** The topic with its events. */
    String topic() {
        return module.events().name();
    }
}
