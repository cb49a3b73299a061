/** An application of windows over the events of all games, written in the DSL of Kafka Streams. */
package dungeon.analytics;
