/** Avro in the Confluent wire format for topics, and in Avro's single-object encoding for state stores. */
package dungeon.schemas.serde;
