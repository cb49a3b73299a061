package dungeon.platform.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.metrics.ServiceMeters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatorServerTest {
    private static final String UP = "{\"status\":\"UP\",\"reasons\":[]}";

    private final AtomicReference<State> state = new AtomicReference<>();
    private final ServiceMeters meters = new ServiceMeters("dungeon-tried");
    private final OperatorServer server =
            OperatorServer.start("127.0.0.1", 0, new StreamsHealth("The tried", state::get), meters.registry());

    @AfterEach
    void close() {
        server.close();
        meters.close();
    }

    @Test
    void livesWhileItWaitsForTheBrokersAndIsNeitherReadyNorStarted() throws Exception {
        String waits = down("The tried is waiting for the brokers and the registry");
        assertThat(ask("GET", "/health/live")).isEqualTo("200 " + UP);
        assertThat(ask("GET", "/health/ready")).isEqualTo(waits);
        assertThat(ask("GET", "/health/started")).isEqualTo(waits);

        state.set(State.REBALANCING);
        assertThat(ask("GET", "/health/live")).isEqualTo("200 " + UP);
        assertThat(ask("GET", "/health/ready")).isEqualTo(down("The tried is REBALANCING"));
        assertThat(ask("GET", "/health/started")).isEqualTo(down("The tried is REBALANCING"));
    }

    @Test
    void isReadyWhileItRunsAndHasStartedEverAfter() throws Exception {
        state.set(State.RUNNING);
        assertThat(ask("GET", "/health/started")).isEqualTo("200 " + UP);
        assertThat(ask("GET", "/health/ready")).isEqualTo("200 " + UP);

        state.set(State.REBALANCING);
        assertThat(ask("GET", "/health/live")).isEqualTo("200 " + UP);
        assertThat(ask("GET", "/health/ready")).isEqualTo(down("The tried is REBALANCING"));
        assertThat(ask("GET", "/health/started")).isEqualTo("200 " + UP);

        state.set(State.ERROR);
        assertThat(ask("GET", "/health/live")).isEqualTo(down("The tried is ERROR"));
    }

    @Test
    void givesItsMetricsWithTheNameOfTheService() throws Exception {
        new MemoryMeters().bindTo(meters.registry());
        assertThat(ask("GET", "/metrics"))
                .contains("dungeon_memory_limit_bytes{application=\"dungeon-tried\"} ")
                .contains("dungeon_rocksdb_memory_bytes{application=\"dungeon-tried\",area=\"limit\"} ")
                .contains("jvm_memory_used_bytes{application=\"dungeon-tried\",area=\"heap\"");
    }

    @Test
    void hasNothingElse() throws Exception {
        assertThat(ask("GET", "/health")).startsWith("404 ");
        assertThat(ask("POST", "/metrics")).startsWith("405 ");
        assertThat(ask("HEAD", "/metrics")).isEqualTo("200 ");
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
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
