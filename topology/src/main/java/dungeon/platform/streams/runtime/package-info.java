/** What each Kafka Streams application of the platform needs around its topology: settings, failures, what killed instances left. */
package dungeon.platform.streams.runtime;
