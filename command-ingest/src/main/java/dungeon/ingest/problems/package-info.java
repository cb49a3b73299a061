/** What goes wrong, as {@code application/problem+json} with a stable code. */
package dungeon.ingest.problems;
