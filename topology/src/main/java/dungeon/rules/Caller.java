package dungeon.rules;

/**
 * Who sent a command, as far as that was verified.
 *
 * @param kind what the sender is
 * @param playerId the player of the token; UUID; null unless {@link Kind#PLAYER} or {@link Kind#REGISTRAR}
 * @param playerName the name in the token; null likewise
 * @param problem why the sender is {@link Kind#UNKNOWN}; null otherwise
 */
public record Caller(Kind kind, String playerId, String playerName, String problem) {

    /** What a sender can be. */
    public enum Kind {
        /** No token, or one that does not hold. */
        UNKNOWN,
        /** A registered player. */
        PLAYER,
        /** The ingest, which registers a player. */
        REGISTRAR,
        /** An administrator. */
        ADMINISTRATOR
    }

    public static Caller player(String playerId, String playerName) {
        return new Caller(Kind.PLAYER, playerId, playerName, null);
    }

    public static Caller registrar(String playerId, String playerName) {
        return new Caller(Kind.REGISTRAR, playerId, playerName, null);
    }

    public static Caller administrator() {
        return new Caller(Kind.ADMINISTRATOR, null, null, null);
    }

    public static Caller unknown(String problem) {
        return new Caller(Kind.UNKNOWN, null, null, problem);
    }

    public boolean isAdministrator() {
        return kind == Kind.ADMINISTRATOR;
    }

    /** Under whose name command ids are remembered. */
    public String sender() {
        return playerId != null ? playerId : kind.name();
    }
}
