/** Games of bots in virtual time, straight on the rules: to see how strategies and values come off, in seconds. */
package dungeon.players.arena;
