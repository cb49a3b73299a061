/** Commands on their way to Kafka, and their outcomes on the way back. */
package dungeon.ingest.commands;
