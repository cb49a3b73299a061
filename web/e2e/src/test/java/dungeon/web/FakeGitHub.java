package dungeon.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Says yes or no at once, as GitHub does for whoever has an account and was asked before. What goes to and fro is tested in command-ingest. */
final class FakeGitHub implements AutoCloseable {
    private static final String LOGIN = "dungeon.ingest.login.github.";

    private final HttpServer server;
    private volatile boolean denies;

    FakeGitHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/authorize", this::authorize);
        server.createContext(
                "/token", exchange -> answer(exchange, "{\"access_token\":\"any\",\"token_type\":\"bearer\"}"));
        server.createContext("/user", exchange -> answer(exchange, "{\"id\":583231,\"login\":\"octocat\"}"));
        server.start();
    }

    /** What command-ingest has to be told, as properties of the JVM that it is started in. */
    Map<String, String> settings() {
        return Map.of(
                LOGIN + "client-id", "any",
                LOGIN + "client-secret", "any",
                // Another name than that of the page, because GitHub is another site too.
                LOGIN + "authorization-uri", "http://localhost:" + port() + "/authorize",
                LOGIN + "token-uri", "http://127.0.0.1:" + port() + "/token",
                LOGIN + "user-uri", "http://127.0.0.1:" + port() + "/user");
    }

    /** Whoever is asked from now on does not want to be known. */
    void deny() {
        denies = true;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String outcome = denies ? "error=access_denied" : "code=any";
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        "%s?%s&state=%s"
                                .formatted(parameter(query, "redirect_uri"), outcome, parameter(query, "state")));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
