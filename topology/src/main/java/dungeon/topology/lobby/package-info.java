/** The rules of the lobby on Kafka Streams. */
package dungeon.topology.lobby;
