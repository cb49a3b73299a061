package dungeon.ingest.identity;

/**
 * A registered player.
 *
 * @param playerId UUID
 * @param playerName as it was registered
 * @param authorization the player's token, with the scheme
 */
public record Player(String playerId, String playerName, String authorization) implements Caller {}
