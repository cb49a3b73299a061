/**
 * Bots: what it takes to run players of {@link dungeon.players} beside the platform. They have only what every player has: the
 * HTTP routes, the topics, and a token.
 */
package dungeon.standalone.bots;
