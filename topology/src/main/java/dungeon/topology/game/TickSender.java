package dungeon.topology.game;

/** Writes ticks to the commands of games. */
public interface TickSender {
    /** Sends a tick without waiting; it may be lost. */
    void send(String gameId);
}
