/**
 * Bots: what it takes to run players of {@link dungeon.players} beside the platform, and to go on after a kill. They have only what every
 * player has: the HTTP routes, the topics, and a token.
 */
package dungeon.players.bots;
