package dungeon.players.game;

/** Thrown by a strategy, when it hears of an event, that will play no further, and that is not to be begun anew. */
public final class LeftGameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason a sentence */
    public LeftGameException(String reason) {
        super(reason);
    }
}
