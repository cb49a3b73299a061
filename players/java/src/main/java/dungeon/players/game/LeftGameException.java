package dungeon.players.game;

/** Thrown by a strategy that does not join its game, or that hears of an event and plays no further; it is not begun anew. */
public final class LeftGameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason a sentence */
    public LeftGameException(String reason) {
        super(reason);
    }
}
