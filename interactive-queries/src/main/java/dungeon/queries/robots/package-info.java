/** The views of robots' games: what is folded, and how it is read. */
package dungeon.queries.robots;
