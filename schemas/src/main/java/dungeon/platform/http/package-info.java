/** What the HTTP clients and the HTTP servers of all services have in common. */
package dungeon.platform.http;
