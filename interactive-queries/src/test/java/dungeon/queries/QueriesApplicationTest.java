package dungeon.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dungeon.queries.config.QueriesConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application without a broker. */
@Timeout(120)
class QueriesApplicationTest {
    @TempDir
    private Path stateDir;

    @Test
    void saysWhatItWaitsForAndEndsQuicklyWhileItWaits() throws Exception {
        int registryPort = freePort();
        int brokerPort = freePort();
        long closeBeganNanos;
        try (QueriesApplication application = QueriesApplication.start(config(Map.of(
                "bootstrap.servers", "127.0.0.1:" + brokerPort,
                "schema.registry.url", "http://127.0.0.1:" + registryPort)))) {
            awaitReason(
                    application, "The schema registry at http://127.0.0.1:%d does not answer".formatted(registryPort));
            assertThat(get(application, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(application, "/games").body()).contains("\"NOT_AVAILABLE\"");

            HttpServer registry =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), registryPort), 0);
            registry.createContext("/", exchange -> exchange.sendResponseHeaders(200, -1));
            registry.start();
            try {
                awaitReason(application, "The broker at 127.0.0.1:%d does not answer".formatted(brokerPort));
            } finally {
                registry.stop(0);
            }
            assertThat(application.failure()).isNotDone();
            closeBeganNanos = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - closeBeganNanos)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void refusesAnAddressThatTheOthersCannotUse() {
        assertThatThrownBy(() -> QueriesApplication.start(config(Map.of("application.server", "somewhere")))
                        .close())
                .isInstanceOf(ConfigException.class)
                .hasMessage("Error parsing host address somewhere. Expected format host:port.");
    }

    private QueriesConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("http.port", "0");
        all.put("state.dir", stateDir.toString());
        return QueriesConfig.from(all);
    }

    private static void awaitReason(QueriesApplication application, String reason) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            HttpResponse<String> ready = get(application, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains(reason);
        });
    }

    private static HttpResponse<String> get(QueriesApplication application, String path)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(application.url() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
