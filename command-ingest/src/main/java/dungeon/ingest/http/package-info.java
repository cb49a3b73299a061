/** The routes, what they read and what they answer. */
package dungeon.ingest.http;
