package dungeon.standalone.bots;

import dungeon.players.connection.Credentials;

/**
 * Who a bot is in the game: a player like any other.
 *
 * @param kind of bot
 * @param playerId UUID
 * @param playerName as it was registered
 * @param token the player's JWT; it opens the HTTP routes and goes into the header of commands on Kafka
 */
public record BotIdentity(BotKind kind, String playerId, String playerName, String token) {
    Credentials credentials() {
        return new Credentials(playerId, playerName, token);
    }
}
