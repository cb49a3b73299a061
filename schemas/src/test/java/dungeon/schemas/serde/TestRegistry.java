package dungeon.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * A schema registry for tests, in memory and on a free port: registers, looks up and hands out schemas under the paths of
 * Confluent's API. It can be told to fail, to stall and to ask for a password.
 */
public final class TestRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_ID = 1;

    /**
     * A request that came in.
     *
     * @param line method and path
     * @param authorization the header, or null
     */
    public record Request(String line, String authorization) {}

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> schemasById = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> idsBySubject = new LinkedHashMap<>();
    private final Set<Integer> referring = new HashSet<>();
    private int failuresToCome;
    private int failureStatus;
    private String failureBody = "";
    private boolean stalling;

    public TestRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Its address. */
    public String url() {
        return "http://" + hostAndPort();
    }

    /** Its host and port, without the scheme. */
    public String hostAndPort() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** The settings of a client that uses this registry and does not wait between its tries. */
    public Map<String, Object> clientConfig() {
        return Map.of(RegistryConfig.URL, url(), RegistryConfig.RETRY_WAIT_MS, 0);
    }

    /** Stores a schema under a subject, as a producer would; returns its id. */
    public synchronized int register(String subject, Schema schema) {
        return register(subject, schema.toString());
    }

    /** Stores a text that need not be a schema; returns its id. */
    public synchronized int registerText(String text) {
        int id = schemasById.size() + FIRST_ID;
        schemasById.put(id, text);
        return id;
    }

    /** Stores a schema that refers to another one; returns its id. */
    public synchronized int registerReferring(Schema schema) {
        int id = registerText(schema.toString());
        referring.add(id);
        return id;
    }

    /** The next answers have this status and body, whatever is asked. */
    public synchronized void failNext(int answers, int status, String body) {
        failuresToCome = answers;
        failureStatus = status;
        failureBody = body;
    }

    /** From now on answers begin, and never end. */
    public synchronized void stall() {
        stalling = true;
    }

    /** What was begun ends, and further answers end at once. */
    public synchronized void goOn() {
        stalling = false;
        notifyAll();
    }

    /** What was asked so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Methods and paths of what was asked so far. */
    public List<String> requestLines() {
        return requests.stream().map(Request::line).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(new Request(line, exchange.getRequestHeaders().getFirst("Authorization")));
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            Answer answer = answerOf(line, body);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            if (isStalling()) {
                exchange.getResponseBody().write(bytes, 0, 1);
                exchange.getResponseBody().flush();
                awaitClose();
            } else {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private synchronized boolean isStalling() {
        return stalling;
    }

    private synchronized void awaitClose() {
        try {
            while (stalling) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Answer answerOf(String line, JsonNode body) {
        if (failuresToCome > 0) {
            failuresToCome--;
            return new Answer(failureStatus, failureBody);
        }
        String[] parts = line.replaceFirst("\\?.*", "").split("[ /]+", -1);
        return switch (parts[0] + " " + parts[1]) {
            case "GET schemas" -> schema(Integer.parseInt(parts[3]));
            case "POST subjects" ->
                parts.length == 4
                        ? id(register(parts[2], body.path("schema").textValue()))
                        : idOf(parts[2], body.path("schema").textValue());
            case "GET subjects" -> subjects(parts);
            case "PUT config" -> new Answer(200, body.toString());
            default -> new Answer(404, error(0, "No such path"));
        };
    }

    private int register(String subject, String schema) {
        return idsBySubject
                .computeIfAbsent(subject, key -> new LinkedHashMap<>())
                .computeIfAbsent(schema, this::registerText);
    }

    private Answer idOf(String subject, String schema) {
        return Optional.ofNullable(idsBySubject.getOrDefault(subject, Map.of()).get(schema))
                .map(TestRegistry::id)
                .orElseGet(() -> new Answer(404, error(40403, "Schema not found")));
    }

    private Answer subjects(String[] parts) {
        if (parts.length < 4) {
            return new Answer(200, JSON.valueToTree(idsBySubject.keySet()).toString());
        }
        List<Map.Entry<String, Integer>> versions =
                List.copyOf(idsBySubject.getOrDefault(parts[2], Map.of()).entrySet());
        if (versions.isEmpty()) {
            return new Answer(404, error(40401, "Subject not found"));
        }
        if (parts.length == 4) {
            return new Answer(
                    200,
                    JSON.valueToTree(IntStream.rangeClosed(1, versions.size())
                                    .boxed()
                                    .toList())
                            .toString());
        }
        Map.Entry<String, Integer> version = versions.get(Integer.parseInt(parts[4]) - 1);
        return new Answer(
                200,
                JSON.createObjectNode()
                        .put("id", version.getValue())
                        .put("schema", version.getKey())
                        .toString());
    }

    private Answer schema(int id) {
        String text = schemasById.get(id);
        if (text == null) {
            return new Answer(404, error(40403, "Schema " + id + " not found"));
        }
        ObjectNode answer = JSON.createObjectNode().put("schema", text);
        if (referring.contains(id)) {
            answer.putArray("references").addObject().put("name", "another").put("version", 1);
        }
        return new Answer(200, answer.toString());
    }

    private static Answer id(int id) {
        return new Answer(200, JSON.createObjectNode().put("id", id).toString());
    }

    private static String error(int code, String message) {
        return JSON.createObjectNode()
                .put("error_code", code)
                .put("message", message)
                .toString();
    }
}
