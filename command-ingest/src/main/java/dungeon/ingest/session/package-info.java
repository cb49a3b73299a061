/** The session of a browser: a player's token in a cookie. */
package dungeon.ingest.session;
