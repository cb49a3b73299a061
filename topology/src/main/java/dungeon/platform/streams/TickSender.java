package dungeon.platform.streams;

import org.apache.kafka.common.header.Headers;

/** Writes ticks to the commands of a context. */
@FunctionalInterface
public interface TickSender {
    /**
     * Sends a tick without waiting; it may be lost.
     *
     * @param trace the headers of the trace that goes on with it
     */
    void send(String aggregateId, Headers trace);
}
