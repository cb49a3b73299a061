package dungeon.players.connection;

/**
 * Who a player is, and what proves it.
 *
 * @param playerId UUID
 * @param playerName as it was registered
 * @param token the player's JWT; it opens the HTTP routes and goes into the header of commands on Kafka
 */
public record Credentials(String playerId, String playerName, String token) {}
