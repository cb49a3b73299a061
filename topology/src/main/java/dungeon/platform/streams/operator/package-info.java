/** What whoever runs a Kafka Streams application sees of it, and how it is started with that. */
package dungeon.platform.streams.operator;
