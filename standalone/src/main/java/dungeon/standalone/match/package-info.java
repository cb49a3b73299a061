/** A match of bots from its creation to its standings, as an administrator and a spectator see it. */
package dungeon.standalone.match;
