package dungeon.platform.streams;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which commands to another context an event leads to. Pure, and the same for the same event each time.
 *
 * @param <E> the type of the events
 */
public interface RelayPolicy<E> {
    /**
     * A command to another context.
     *
     * @param aggregateId for which aggregate
     * @param payload the order
     */
    record Outgoing(String aggregateId, SpecificRecord payload) {}

    /** The commands in their order; empty for nearly every event. */
    List<Outgoing> commandsFor(E event);
}
