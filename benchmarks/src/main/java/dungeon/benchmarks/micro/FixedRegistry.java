package dungeon.benchmarks.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dungeon.schemas.serde.RegistryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives out ids for schemas, and the schemas for the ids: what a serde asks once, and then remembers. */
final class FixedRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> schemas = new ArrayList<>();
    private final HttpServer server;

    FixedRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The registry of the benchmark cannot listen on 127.0.0.1", e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** The settings of a serde that uses it. */
    Map<String, Object> clientConfig() {
        return Map.of(
                RegistryConfig.URL, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String path = exchange.getRequestURI().getPath();
            String answer;
            if (exchange.getRequestMethod().equals("POST")) {
                schemas.add(request.path("schema").textValue());
                answer = JSON.createObjectNode().put("id", schemas.size()).toString();
            } else {
                int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
                answer = JSON.createObjectNode()
                        .put("schema", schemas.get(id - 1))
                        .toString();
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
