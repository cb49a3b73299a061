/** Games of bots in virtual time, straight on the rules: to see how tempers and values come off, in seconds. */
package dungeon.standalone.tournament;
