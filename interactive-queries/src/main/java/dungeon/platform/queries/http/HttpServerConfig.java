package dungeon.platform.queries.http;

import java.util.List;

/**
 * Where an HTTP server listens, and what others can take of it.
 *
 * @param host the address that it binds to
 * @param port its port; 0 for any that is free
 * @param allowedOrigins sites whose pages may ask, with commas between; * for all
 * @param connectionsMaximum how many connections are served at a time; further ones wait to be accepted
 * @param idleMs how long a connection may be silent
 * @param trustedProxies who is believed to say that a request came over TLS: addresses and networks such as {@code 10.0.0.0/8}
 */
public record HttpServerConfig(
        String host,
        int port,
        String allowedOrigins,
        int connectionsMaximum,
        long idleMs,
        List<String> trustedProxies) {

    /** Of a service that stands behind another one, which speaks to clients. */
    public HttpServerConfig(String host, int port, String allowedOrigins, int connectionsMaximum, long idleMs) {
        this(host, port, allowedOrigins, connectionsMaximum, idleMs, List.of());
    }
}
