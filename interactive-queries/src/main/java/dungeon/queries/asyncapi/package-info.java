/** The description of what comes over WebSocket and Kafka, as AsyncAPI; the REST interface is described in {@code dungeon.queries.openapi}. */
package dungeon.queries.asyncapi;
