/**
 * Practice bots: they look for practice games as every player can, over HTTP and the lobby's feed, and play each of them with as many bots
 * as it has places beside its player's.
 */
package dungeon.players.practice;
