package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Timer;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestMetersTest {
    private static TestInstance instance;

    @BeforeAll
    static void start(@TempDir Path stateDir) throws Exception {
        instance = new TestInstance(stateDir);
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void tellsRequestsByTheirRouteAndNotByWhatStrangersWrote() {
        instance.get("/games/" + UUID.randomUUID() + "/robots");
        instance.get("/games/" + UUID.randomUUID() + "/robots");
        instance.get("/no/such/" + UUID.randomUUID());
        instance.get("/health/live");

        // What is answered is measured afterwards.
        await().until(() -> count("/health/live", "200") == 1);
        await().untilAsserted(
                        () -> assertThat(count("/games/{gameId}/robots", "404")).isEqualTo(2));
        assertThat(instance.metrics.find("http.server.requests").timers().stream()
                        .map(timer -> timer.getId().getTag("uri"))
                        .collect(Collectors.toSet()))
                .noneMatch(uri -> uri.contains("such") || uri.matches(".*[0-9a-f]{8}-.*"));
        assertThat(instance.metrics
                        .get("http.server.requests")
                        .tag("uri", "/games/{gameId}/robots")
                        .timer()
                        .getId()
                        .getTag("outcome"))
                .isEqualTo("CLIENT_ERROR");
    }

    @Test
    void makesNoSeriesOfMethodsThatStrangersMakeUp() {
        for (int i = 0; i < 50; i++) {
            instance.get("/metrics", "X-HTTP-Method-Override", "MADE" + i);
            instance.send(HttpRequest.newBuilder(instance.uri("/metrics"))
                    .method("UP" + i, HttpRequest.BodyPublishers.noBody())
                    .build());
        }
        instance.get("/asyncapi.json");
        await().until(() -> count("/asyncapi.json", "200") == 1);
        assertThat(instance.metrics.find("http.server.requests").timers().stream()
                        .map(timer -> timer.getId().getTag("method"))
                        .collect(Collectors.toSet()))
                .isSubsetOf("GET", "UNKNOWN");
    }

    private static long count(String uri, String status) {
        return instance.metrics.find("http.server.requests").tags("uri", uri, "status", status).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
