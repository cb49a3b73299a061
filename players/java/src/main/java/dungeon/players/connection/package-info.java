/** How a player hears of a game and sends its commands: over HTTP or straight on Kafka. */
package dungeon.players.connection;
