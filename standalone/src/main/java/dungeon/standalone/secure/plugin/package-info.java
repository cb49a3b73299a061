/** What the brokers themselves load by its name; it needs nothing but Kafka, so that a cluster's brokers can have it in a jar. */
package dungeon.standalone.secure.plugin;
