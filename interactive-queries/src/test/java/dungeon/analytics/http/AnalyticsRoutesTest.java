package dungeon.analytics.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.analytics.AnalyticsTopology;
import dungeon.platform.queries.http.HttpServer;
import dungeon.platform.queries.http.HttpServerConfig;
import dungeon.schemas.Resource;
import dungeon.schemas.analytics.PlayerDay;
import dungeon.schemas.analytics.PlayerKills;
import dungeon.schemas.analytics.ResourceSales;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instances that have the figures of different keys. */
class AnalyticsRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-05-02T12:00:30Z");
    private static final Instant MINUTE = Instant.parse("2026-05-02T12:00:00Z");
    private static final Instant DAY = Instant.parse("2026-05-02T00:00:00Z");

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<OtherInstances> clients = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        servers.forEach(HttpServer::close);
        clients.forEach(OtherInstances::close);
    }

    @Test
    void salesOfAllInstancesAreOneListTheLatestFirst() throws Exception {
        instance(
                AnalyticsTopology.SALES,
                sales(Map.of(
                        KeyValue.pair("ION_DUST", MINUTE), sold(Resource.ION_DUST, 2),
                        KeyValue.pair("ION_DUST", MINUTE.minusSeconds(120)), sold(Resource.ION_DUST, 3))));
        instance(
                AnalyticsTopology.SALES,
                sales(Map.of(
                        KeyValue.pair("BIO_MATTER", MINUTE), sold(Resource.BIO_MATTER, 4),
                        KeyValue.pair("BIO_MATTER", MINUTE.minusSeconds(3_600)), sold(Resource.BIO_MATTER, 5))));

        for (int asked = 0; asked < 2; asked++) {
            JsonNode answer = get(asked, "/analytics/sales?minutes=10");
            assertThat(answer.path("minutes").findValuesAsText("units")).containsExactly("4", "2", "3");
            assertThat(answer.path("missing")).isEmpty();
        }
        assertThat(get(0, "/analytics/sales?minutes=1").path("minutes").get(0)).isEqualTo(JSON.readTree("""
                {"resource": "BIO_MATTER", "from": "2026-05-02T12:00:00Z", "to": "2026-05-02T12:01:00Z", "sales": 1, "units": 4,
                 "revenue": 40, "minPrice": 10, "maxPrice": 10}"""));
    }

    @Test
    void anInstanceThatDoesNotAnswerIsNamed() throws Exception {
        instance(AnalyticsTopology.SALES, sales(Map.of(KeyValue.pair("ION_DUST", MINUTE), sold(Resource.ION_DUST, 2))));
        addresses.add("127.0.0.1:1");

        JsonNode answer = get(0, "/analytics/sales");

        assertThat(answer.path("minutes").findValuesAsText("units")).containsExactly("2");
        assertThat(answer.path("missing")).containsExactly(JSON.readTree("\"127.0.0.1:1\""));
    }

    @Test
    void theBestOfADayAreTheBestOfAllInstances() throws Exception {
        Map<KeyValue<String, Instant>, PlayerDay> one = new LinkedHashMap<>();
        one.put(KeyValue.pair("ada", DAY), new PlayerDay("ada", "Ada", 2L, 1L, 30L));
        one.put(KeyValue.pair("bob", DAY), new PlayerDay("bob", null, 1L, 0L, 10L));
        one.put(KeyValue.pair("bob", DAY.minus(Duration.ofDays(1))), new PlayerDay("bob", null, 1L, 1L, 99L));
        instance(AnalyticsTopology.DAYS, new FixedWindows<>(Duration.ofDays(1), one));
        instance(
                AnalyticsTopology.DAYS,
                new FixedWindows<>(
                        Duration.ofDays(1),
                        Map.of(KeyValue.pair("cyd", DAY), new PlayerDay("cyd", "Cyd", 1L, 1L, 30L))));

        JsonNode today = get(1, "/analytics/leaderboard");
        assertThat(today.path("day").asText()).isEqualTo("2026-05-02T00:00:00Z");
        assertThat(today.path("players").findValuesAsText("playerId")).containsExactly("ada", "cyd", "bob");
        assertThat(get(0, "/analytics/leaderboard?limit=1").path("players").findValuesAsText("playerId"))
                .containsExactly("ada");
        assertThat(get(0, "/analytics/leaderboard?daysAgo=1").path("players").findValuesAsText("points"))
                .containsExactly("99");
    }

    @Test
    void whoDestroysMostComesFirstInTheLatestWindow() throws Exception {
        Map<KeyValue<String, Instant>, PlayerKills> kills = new LinkedHashMap<>();
        kills.put(KeyValue.pair("ada", MINUTE), new PlayerKills("ada", 1L));
        kills.put(KeyValue.pair("bob", MINUTE), new PlayerKills("bob", 2L));
        kills.put(KeyValue.pair("ada", MINUTE.minusSeconds(60)), new PlayerKills("ada", 9L));
        instance(AnalyticsTopology.KILLS, new FixedWindows<>(Duration.ofMinutes(5), kills));

        assertThat(get(0, "/analytics/kills").path("windows").findValuesAsText("kills"))
                .containsExactly("2", "1", "9");
    }

    @Test
    void saysThatFiguresAreMoving() throws Exception {
        instance("another store", sales(Map.of()));

        HttpResponse<String> answer = send(0, "/analytics/sales");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("NOT_AVAILABLE");
        assertThat(send(0, "/analytics/sales?minutes=0").statusCode()).isEqualTo(400);
        assertThat(send(0, "/analytics/players/x/activity").statusCode()).isEqualTo(400);
    }

    private static FixedWindows<ResourceSales> sales(Map<KeyValue<String, Instant>, ResourceSales> values) {
        return new FixedWindows<>(Duration.ofMinutes(1), values);
    }

    private static ResourceSales sold(Resource resource, long units) {
        return new ResourceSales(resource, 1L, units, 10 * units, 10L, 10L);
    }

    /** Knows one store, and asks all that are started before or after it. */
    private void instance(String known, Object store) {
        int number = servers.size();
        LiveFigures figures = new LiveFigures(new LiveFigures.Stores() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T store(String name, QueryableStoreType<T> type) {
                if (!name.equals(known)) {
                    throw new InvalidStateStoreException("It is not here");
                }
                return (T) store;
            }
        });
        OtherInstances others = new OtherInstances(() -> {
            List<String> all = new ArrayList<>(addresses);
            all.remove(number);
            return all;
        });
        HttpServer server = HttpServer.start(
                new HttpServerConfig("127.0.0.1", 0, "*", 100, 10_000),
                new AnalyticsRoutes(figures, others, () -> NOW).routes(),
                List.of(),
                new SimpleMeterRegistry(),
                AnalyticsApplication::configure);
        servers.add(server);
        clients.add(others);
        addresses.add("127.0.0.1:" + server.port());
    }

    private JsonNode get(int instance, String path) throws Exception {
        HttpResponse<String> answer = send(instance, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(int instance, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://" + addresses.get(instance) + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
