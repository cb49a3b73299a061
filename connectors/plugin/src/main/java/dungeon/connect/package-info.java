/** Plugins for Kafka Connect: they make rows of the log's events. */
package dungeon.connect;
