/** Matches that players open for each other. */
package dungeon.ingest.matches;
