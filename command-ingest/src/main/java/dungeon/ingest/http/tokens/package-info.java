/** The routes of keys and tokens, and of who one is by them. */
package dungeon.ingest.http.tokens;
