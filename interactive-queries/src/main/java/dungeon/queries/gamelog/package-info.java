/** The log of one game: its events and its commands, for those who want to keep or to audit them. */
package dungeon.queries.gamelog;
