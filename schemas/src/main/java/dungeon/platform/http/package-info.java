/** What the HTTP clients of all services have in common. */
package dungeon.platform.http;
