/** The REST interface. */
package dungeon.queries.http;
