package dungeon.ingest.identity;

/** Who sent a request, as the token says. */
public sealed interface Caller permits Player, Administrator {
    /** The value for the header of a command: the caller's own token, with the scheme. */
    String authorization();

    /** The player's id, or null for an administrator. */
    String playerId();
}
