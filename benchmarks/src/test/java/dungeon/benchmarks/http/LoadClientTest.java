package dungeon.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoadClientTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final AtomicLong requests = new AtomicLong();
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private HttpServer server;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void countsEveryAnswerAndKeepsItsConnections() throws IOException {
        serve(exchange -> answer(exchange, 200, 1_000));
        LoadFigures figures;
        try (LoadClient client = new LoadClient(url, 3, get())) {
            figures = client.closedLoop(SHORT);
        }
        assertThat(figures.count()).isEqualTo(requests.get()).isGreaterThan(3);
        assertThat(figures.errors()).isEmpty();
        assertThat(figures.bodyBytes()).isEqualTo(1_000);
        assertThat(figures.perSecond())
                .isBetween(
                        figures.count() / (2 * SHORT.toMillis() / 1e3),
                        figures.count() / (0.5 * SHORT.toMillis() / 1e3));
        assertThat(clients).hasSize(3);
    }

    @Test
    void sendsBodiesLargerThanWhatASocketTakesAtOnce() throws IOException {
        AtomicLong received = new AtomicLong();
        serve(exchange -> {
            received.addAndGet(exchange.getRequestBody().readAllBytes().length);
            // In chunks.
            answer(exchange, 202, 0);
        });
        ByteBuffer post = RequestBytes.post(url, "/", "token", "x".repeat(5_000_000));
        try (LoadClient client = new LoadClient(url, 2, () -> post)) {
            LoadFigures figures = client.closedLoop(SHORT);
            assertThat(figures.errors()).isEmpty();
            assertThat(received.get()).isEqualTo(figures.count() * 5_000_000).isPositive();
        }
    }

    @Test
    void reportsAnswersThatAreNoSuccess() throws IOException {
        serve(exchange -> answer(exchange, requests.get() % 2 == 0 ? 503 : 200, 10));
        try (LoadClient client = new LoadClient(url, 1, get())) {
            LoadFigures figures = client.openLoop(100, SHORT);
            assertThat(figures.count()).isEqualTo(15);
            assertThat(figures.errors()).isEqualTo(Map.of("status 503", 15L));
        }
    }

    @Test
    void reportsConnectionsThatTheServerCloses() throws IOException {
        serve(HttpExchange::close);
        try (LoadClient client = new LoadClient(url, 1, get())) {
            LoadFigures figures = client.openLoop(100, SHORT);
            assertThat(figures.count()).isZero();
            assertThat(figures.errorCount()).isEqualTo(30);
        }
    }

    @Test
    void connectsAnewWhereTheServerSaysThatItCloses() throws IOException {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            answer(exchange, 200, 10);
        });
        try (LoadClient client = new LoadClient(url, 1, get())) {
            LoadFigures figures = client.openLoop(100, SHORT);
            assertThat(figures.errors()).isEmpty();
            assertThat(figures.count()).isEqualTo(30);
            assertThat(clients).hasSize(30);
        }
    }

    @Test
    void measuresFromTheTimeAtWhichARequestWasDue() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        long pauseMs = 200;
        serve(exchange -> {
            if (requests.get() == 1) {
                await(released, pauseMs);
            }
            // Without a body, which this server would send 40 ms later.
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        try (LoadClient client = new LoadClient(url, 1, get())) {
            LoadFigures figures = client.openLoop(100, SHORT);
            assertThat(figures.count()).isEqualTo(30);
            // Some 20 of 30 were due while the only connection was held up; each waited for what was left of the pause.
            assertThat(figures.p50Ms()).isGreaterThan(pauseMs / 10.0);
            assertThat(figures.maximumMs()).isBetween((double) pauseMs, 3.0 * pauseMs);
        }
    }

    @Test
    void failsWhereNobodyListens() {
        server.stop(0);
        assertThatThrownBy(() -> new LoadClient(url, 1, get()).close()).isInstanceOf(IOException.class);
    }

    private Supplier<ByteBuffer> get() {
        ByteBuffer request = RequestBytes.get(url, "/");
        return () -> request;
    }

    private void serve(HttpHandler handler) {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            clients.add(exchange.getRemoteAddress());
            handler.handle(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, int bytes) throws IOException {
        // 0 stands for a body of unknown length, in chunks.
        exchange.sendResponseHeaders(status, bytes);
        exchange.getResponseBody().write("x".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }

    private static void await(CountDownLatch latch, long atMostMs) {
        try {
            if (latch.await(atMostMs, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Nobody releases it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
