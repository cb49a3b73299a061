package dungeon.standalone.audit;

/**
 * Who sent a command, by the token that came with it.
 *
 * @param kind whether there was a valid token, and whose
 * @param playerId the player of the token; null for others
 */
public record Sender(Kind kind, String playerId) {
    /** Whose token it was. */
    public enum Kind {
        /** There was no valid token. */
        NOBODY,
        /** A player's. */
        PLAYER,
        /** The administrator's. */
        ADMINISTRATOR
    }

    /** A sender without a valid token. */
    public static Sender nobody() {
        return new Sender(Kind.NOBODY, null);
    }

    /** A player. */
    public static Sender player(String playerId) {
        return new Sender(Kind.PLAYER, playerId);
    }

    /** The administrator. */
    public static Sender administrator() {
        return new Sender(Kind.ADMINISTRATOR, null);
    }
}
