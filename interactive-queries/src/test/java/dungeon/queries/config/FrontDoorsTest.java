package dungeon.queries.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stands before the queries in a cluster is more patient than feeds are silent, and than the door is with command-ingest. */
class FrontDoorsTest {
    private static final Path K8S = Path.of("..", "k8s");
    private static final long HEARTBEAT_MS =
            QueriesConfig.from(Map.of("bootstrap.servers", "unused:1")).limits().heartbeatMs();
    /** Of the door to command-ingest, {@code IngestDoor.IDLE_MAXIMUM_MS}. */
    private static final long DOOR_MS = 65_000;

    @Test
    void anIngressWaitsLongEnough() throws IOException {
        List<Long> patience = secondsIn(
                "edge/ingress/ingress.yaml",
                "(?:proxy-read-timeout|proxy-send-timeout|timeout-tunnel|timeout-server): \"?(\\d+)s?\"?");
        assertThat(patience)
                .hasSize(4)
                .allSatisfy(seconds -> assertThat(seconds * 1_000)
                        .isGreaterThan(3 * HEARTBEAT_MS)
                        .isGreaterThan(DOOR_MS));
    }

    @Test
    void soDoesALoadBalancerOfAws() throws IOException {
        assertThat(secondsIn("overlays/aws/load-balancer.yaml", "timeout_seconds=(\\d+)"))
                .singleElement()
                .satisfies(seconds -> assertThat(seconds * 1_000).isGreaterThan(DOOR_MS));
    }

    @Test
    void aGatewayDoesNotEndStreamsAndWaitsForCommands() throws IOException {
        List<Long> limits = secondsIn("edge/gateway-api/route.yaml", "request: (\\d+)s");
        assertThat(limits).hasSize(2);
        assertThat(limits.get(0)).as("of streams; none").isZero();
        assertThat(limits.get(1) * 1_000).as("of commands").isGreaterThan(DOOR_MS);
    }

    @Test
    void theMeshDoesNotEither() throws IOException {
        assertThat(secondsIn("mesh/destinations.yaml", "host: dungeon-queries[\\s\\S]*?idleTimeout: (\\d+)s"))
                .singleElement()
                .satisfies(seconds -> assertThat(seconds * 1_000).isGreaterThan(3 * HEARTBEAT_MS));
        assertThat(secondsIn("mesh/routes.yaml", "name: feeds[\\s\\S]*?timeout: (\\d+)s"))
                .containsExactly(0L);
        assertThat(secondsIn("mesh/routes.yaml", "name: commands[\\s\\S]*?timeout: (\\d+)s"))
                .containsExactly(70L, 65L);
    }

    /** Snippets let whoever may write an Ingress run code in the controller. */
    @Test
    void noIngressHasASnippet() throws IOException {
        assertThat(Files.readString(K8S.resolve("edge/ingress/ingress.yaml"))).doesNotContain("snippet");
    }

    private static List<Long> secondsIn(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(K8S.resolve(file)))
                .results()
                .map((MatchResult match) -> Long.parseLong(match.group(1)))
                .toList();
    }
}
