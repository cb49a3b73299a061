package dungeon.standalone.bots;

/** A player of one game. */
public interface Bot {
    /**
     * Joins if that is still to do, and plays until the game is over.
     *
     * @throws InterruptedException if the thread is to end
     * @throws RuntimeException if something went wrong; the bot can be started anew, and goes on where it was
     */
    void play() throws InterruptedException;
}
