package dungeon.platform.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dungeon.platform.metrics.ServiceMeters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatorServerTest {
    private static final String UP = "{\"status\":\"UP\",\"reasons\":[]}";

    private final ServiceMeters meters = new ServiceMeters("dungeon-tried");
    private final OperatorServer server = OperatorServer.start("127.0.0.1", 0, new Tried(), meters.registry());

    private static final class Tried implements Health {
        @Override
        public List<String> fatalProblems() {
            return List.of();
        }

        @Override
        public List<String> problems() {
            return List.of("The stove is cold");
        }

        @Override
        public List<String> startProblems() {
            return List.of("The stove was never warm");
        }
    }

    @AfterEach
    void close() {
        server.close();
        meters.close();
    }

    @Test
    void tellsByItsStatusWhetherThereAreReasons() throws Exception {
        assertThat(ask("GET", "/health/live")).isEqualTo("200 " + UP);
        assertThat(ask("GET", "/health/ready")).isEqualTo(down("The stove is cold"));
        assertThat(ask("GET", "/health/started")).isEqualTo(down("The stove was never warm"));
    }

    @Test
    void givesItsMetricsWithTheNameOfTheService() throws Exception {
        assertThat(ask("GET", "/metrics"))
                .contains("jvm_memory_used_bytes{application=\"dungeon-tried\",area=\"heap\"");
    }

    @Test
    void hasNothingElse() throws Exception {
        assertThat(ask("GET", "/health")).startsWith("404 ");
        assertThat(ask("POST", "/metrics")).startsWith("405 ");
        assertThat(ask("HEAD", "/metrics")).isEqualTo("200 ");
    }

    @Test
    void answersProbesWhileOthersSendTheirRequestsSlowly() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 1; i < OperatorServer.CONNECTIONS_MAXIMUM; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow.add(socket);
                socket.getOutputStream().write("GET /health/live HT".getBytes(StandardCharsets.US_ASCII));
            }
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().equals(OperatorServer.THREAD))
                            .count()
                    >= slow.size());

            assertThat(ask("GET", "/health/live")).isEqualTo("200 " + UP);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void limitsTheTimesOfRequestsAndAnswersUnlessTheProcessIsToldOtherLimits() {
        String request = "sun.net.httpserver.maxReqTime";
        String answer = "sun.net.httpserver.maxRspTime";
        System.clearProperty(request);
        System.setProperty(answer, "7");
        try (OperatorServer another = OperatorServer.start("127.0.0.1", 0, new Tried(), meters.registry())) {
            assertThat(another.port()).isPositive();
            assertThat(System.getProperty(request)).isEqualTo("10");
            assertThat(System.getProperty(answer)).isEqualTo("7");
        } finally {
            System.setProperty(answer, "30");
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        assertThatThrownBy(() -> OperatorServer.start("127.0.0.1", server.port(), null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Nothing can listen on port %d of 127.0.0.1 (Address already in use); free it, or choose another one with http.port",
                        server.port());
    }

    private static String down(String reason) {
        return "503 {\"status\":\"DOWN\",\"reasons\":[\"%s\"]}".formatted(reason);
    }

    private String ask(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .timeout(Duration.ofSeconds(5))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
