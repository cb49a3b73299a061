package dungeon.players.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventStreamTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private String url;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/two", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(": alive\n\nid: 1\ndata: {\"sequence\": 1}\n\nid: 2\ndata: {\"sequence\": 2}\n\n"
                        .getBytes(StandardCharsets.UTF_8));
            }
        });
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(": alive\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.createContext("/refused", exchange -> {
            byte[] body = "no such game".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stopServer() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void givesAllEventsInOrderAndThenSaysThatItHasEnded() throws InterruptedException {
        try (EventStream stream = new EventStream(client, url + "/two", LONG)) {
            List<JsonNode> events = new ArrayList<>();
            while (stream.end().isEmpty()) {
                events.addAll(stream.next(10));
            }
            assertThat(events)
                    .extracting(event -> event.path("sequence").asInt())
                    .containsExactly(1, 2);
            assertThat(stream.end())
                    .get()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("The service has ended the stream");
        }
    }

    @Test
    void endsWhenNothingComes() throws InterruptedException {
        try (EventStream stream = new EventStream(client, url + "/silent", Duration.ofMillis(200))) {
            while (stream.end().isEmpty()) {
                assertThat(stream.next(10)).isEmpty();
            }
            assertThat(stream.end()).get().extracting(Throwable::getMessage).isEqualTo("Nothing has come for 0 s");
        }
    }

    @Test
    void saysWhatTheServiceAnswered() throws InterruptedException {
        try (EventStream stream = new EventStream(client, url + "/refused", LONG)) {
            while (stream.end().isEmpty()) {
                assertThat(stream.next(10)).isEmpty();
            }
            assertThat(stream.end().orElseThrow())
                    .isInstanceOf(HttpProblem.class)
                    .hasMessage(url + "/refused answered 404: no such game");
        }
    }
}
