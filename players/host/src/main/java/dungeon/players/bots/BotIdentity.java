package dungeon.players.bots;

import dungeon.players.connection.Credentials;

/**
 * Who a bot is in the game: a player like any other.
 *
 * @param kind of bot
 * @param credentials with which it plays
 */
public record BotIdentity(BotKind kind, Credentials credentials) {}
