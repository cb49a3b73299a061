/** AsyncAPI 3.0: documents that say what an application sends and receives, put together of topics, Avro schemas and JSON schemas. */
package dungeon.platform.asyncapi;
