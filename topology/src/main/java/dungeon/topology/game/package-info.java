/** The rules of games on Kafka Streams: state stores, timers, ticks. */
package dungeon.topology.game;
