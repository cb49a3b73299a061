/** A real Kafka broker in this process. */
package dungeon.standalone.broker;
