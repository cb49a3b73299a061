package dungeon.ingest.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The little of a schema registry that the serde asks for, over real HTTP. */
public final class FakeRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> schemas = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    public FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether it answers nothing but errors, as a registry does that lost its database. */
    public void setAway(boolean away) {
        this.away = away;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (away) {
            send(exchange, 503, "{}");
        } else if (path.startsWith("/subjects/")) {
            String schema =
                    JSON.readTree(exchange.getRequestBody()).get("schema").textValue();
            send(exchange, 200, "{\"id\":%d}".formatted(idOf(schema)));
        } else {
            int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            if (id > schemas.size()) {
                send(exchange, 404, "{\"error_code\":40403}");
            } else {
                send(
                        exchange,
                        200,
                        JSON.createObjectNode()
                                .put("schema", schemas.get(id - 1))
                                .toString());
            }
        }
    }

    private synchronized int idOf(String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
