/** How far an instance has read and folded, and who waits for it. */
package dungeon.queries.positions;
