/** The history, seen from the live queries: what is over is there, and leaves the views when it is. */
package dungeon.queries.history;
