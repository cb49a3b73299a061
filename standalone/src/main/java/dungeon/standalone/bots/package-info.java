/**
 * Bots: players of different temper with what it takes to run them. They use only what every player has: the HTTP routes,
 * the topics, and a token. How they play is in {@link dungeon.standalone.bots.tempers}, and what they are built from in
 * {@link dungeon.standalone.bots.player}.
 */
package dungeon.standalone.bots;
