/** The HTTP server, and what it bears of senders before a request is one. */
package dungeon.ingest.server;
