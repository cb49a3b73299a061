/** What every application of Kafka Streams here needs beside its topology. */
package dungeon.platform.streams;
