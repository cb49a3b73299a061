/** Events over WebSockets: of a game, of the lobby, and of all games of a player. */
package dungeon.queries.feed;
