package dungeon.verification.audit;

/**
 * Who sent a command, by the token that came with it.
 *
 * @param kind whether there was a valid token, and whose
 * @param playerId the player of the token, also of one for registering; null for others
 * @param playerName the name in the token; null likewise
 */
public record Sender(Kind kind, String playerId, String playerName) {
    /** Whose token it was. */
    public enum Kind {
        /** There was no valid token. */
        NOBODY,
        /** A player's. */
        PLAYER,
        /** The ingest's, with which it registers a player; it is good for nothing in a game. */
        REGISTRAR,
        /** The administrator's. */
        ADMINISTRATOR,
        /** That of the lobby's service, which creates the games that players asked the lobby for. */
        LOBBY
    }

    /** A sender without a valid token. */
    public static Sender nobody() {
        return new Sender(Kind.NOBODY, null, null);
    }

    /** A player. */
    public static Sender player(String playerId, String playerName) {
        return new Sender(Kind.PLAYER, playerId, playerName);
    }

    /** Whoever has a token that is for registering a player. */
    public static Sender registrar(String playerId, String playerName) {
        return new Sender(Kind.REGISTRAR, playerId, playerName);
    }

    /** The administrator. */
    public static Sender administrator() {
        return new Sender(Kind.ADMINISTRATOR, null, null);
    }

    /** The lobby's service. */
    public static Sender lobby() {
        return new Sender(Kind.LOBBY, null, null);
    }
}
