/** How events reach clients over HTTP, and how many clients there can be. */
package dungeon.queries.transport;
