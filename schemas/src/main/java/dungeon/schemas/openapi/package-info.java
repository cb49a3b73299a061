/** The records of the wire in JSON, described for OpenAPI 3.1: the same for all services. */
package dungeon.schemas.openapi;
