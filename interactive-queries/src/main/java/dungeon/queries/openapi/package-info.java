/** The description of the REST interface, made of what the code has anyway: the routes, the answers, the wire's schemas. */
package dungeon.queries.openapi;
