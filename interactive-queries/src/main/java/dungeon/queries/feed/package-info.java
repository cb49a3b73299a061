/** Feeds: what goes on in games and in the lobby, pushed over WebSocket. */
package dungeon.queries.feed;
