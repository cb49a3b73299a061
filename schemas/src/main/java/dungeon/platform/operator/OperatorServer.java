package dungeon.platform.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP port of a service that answers nobody but whoever runs it. */
public final class OperatorServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorServer.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Probes and scrapes, with room for some that are slow. Each has a thread, so that no probe waits behind another. */
    static final int CONNECTIONS_MAXIMUM = 64;

    static final String THREAD = "operator-http";

    private static final Duration IDLE_THREAD = Duration.ofMinutes(1);

    /** The JDK's server reads these once in a process, and has no limits without them; times in seconds. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime",
            "10",
            "sun.net.httpserver.maxRspTime",
            "30",
            "jdk.httpserver.maxConnections",
            String.valueOf(CONNECTIONS_MAXIMUM));

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService threads;

    private OperatorServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     * @throws IllegalStateException if the port is taken
     */
    public static OperatorServer start(String host, int port, Health health, PrometheusMeterRegistry metrics) {
        LIMITS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Nothing can listen on port %d of %s (%s); free it, or choose another one with http.port"
                            .formatted(port, host, e.getMessage()),
                    e);
        }
        Map<String, HttpHandler> routes = Map.of(
                OperatorPaths.LIVE, status(health::fatalProblems),
                OperatorPaths.READY, status(health::problems),
                OperatorPaths.STARTED, status(health::startProblems),
                OperatorPaths.METRICS, exchange -> answer(exchange, OK, OperatorPaths.PROMETHEUS, metrics.scrape()));
        ExecutorService threads = new ThreadPoolExecutor(
                0, CONNECTIONS_MAXIMUM, IDLE_THREAD.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, THREAD);
                    thread.setDaemon(true);
                    return thread;
                });
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, routes));
        server.start();
        LOG.info(
                "Health and metrics are at http://{}:{}",
                host,
                server.getAddress().getPort());
        return new OperatorServer(server, threads);
    }

    /** The port that the server listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void handle(HttpExchange exchange, Map<String, HttpHandler> routes) throws IOException {
        try (exchange) {
            HttpHandler route = routes.get(exchange.getRequestURI().getPath());
            if (route == null) {
                answer(exchange, NOT_FOUND, "text/plain", "There is %s here".formatted(routes.keySet()));
            } else if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                answer(exchange, METHOD_NOT_ALLOWED, "text/plain", "Here is nothing but to GET");
            } else {
                route.handle(exchange);
            }
        } catch (RuntimeException e) {
            LOG.error("Cannot answer {}", exchange.getRequestURI().getPath(), e);
        }
    }

    private static HttpHandler status(Supplier<List<String>> problems) {
        return exchange -> {
            List<String> reasons = problems.get();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("status", reasons.isEmpty() ? "UP" : "DOWN");
            answer.put("reasons", reasons);
            answer(exchange, reasons.isEmpty() ? OK : UNAVAILABLE, "application/json", JSON.writeValueAsString(answer));
        };
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
