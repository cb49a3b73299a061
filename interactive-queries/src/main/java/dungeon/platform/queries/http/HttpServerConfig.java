package dungeon.platform.queries.http;

/**
 * Where an HTTP server listens, and what others can take of it.
 *
 * @param host the address that it binds to
 * @param port its port; 0 for any that is free
 * @param allowedOrigins sites whose pages may ask, with commas between; * for all
 * @param connectionsMaximum how many connections are served at a time; further ones wait to be accepted
 * @param idleMs how long a connection may be silent
 */
public record HttpServerConfig(String host, int port, String allowedOrigins, int connectionsMaximum, long idleMs) {}
