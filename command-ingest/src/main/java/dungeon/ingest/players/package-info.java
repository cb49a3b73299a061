/** How somebody becomes a player. */
package dungeon.ingest.players;
