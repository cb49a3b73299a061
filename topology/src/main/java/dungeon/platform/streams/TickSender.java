package dungeon.platform.streams;

import org.apache.kafka.common.header.Headers;

/** Writes ticks to the commands of a context. */
public interface TickSender {
    /** Sends a tick without waiting; it may be lost. */
    void send(String aggregateId);

    /** The same, with the headers of the trace that goes on with it. */
    default void send(String aggregateId, Headers trace) {
        send(aggregateId);
    }
}
