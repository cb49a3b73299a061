/**
 * Two players of different temper, to play against and to learn from. They use only what every player has: the HTTP
 * routes, the topics, and a token.
 */
package dungeon.standalone.bots;
