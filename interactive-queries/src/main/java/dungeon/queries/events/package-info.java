/** Reads the events of a game from their topic. */
package dungeon.queries.events;
