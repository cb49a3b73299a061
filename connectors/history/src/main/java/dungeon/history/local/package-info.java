/** The history on one machine: a PostgreSQL and a worker of Kafka Connect beside {@code ./dungeon up}. */
package dungeon.history.local;
