package dungeon.platform.streams;

/** Writes ticks to the commands of a context. */
public interface TickSender {
    /** Sends a tick without waiting; it may be lost. */
    void send(String aggregateId);
}
