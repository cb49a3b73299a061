package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    @TempDir
    private static Path stateDir;

    private static TestInstance instance;
    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        instance = new TestInstance(stateDir);
        document = instance.json("/openapi.json");
        // For the linter of .ci/run.
        Files.writeString(Path.of("target", "openapi.json"), document.toPrettyString());
    }

    @AfterAll
    static void close() {
        instance.close();
    }

    @Test
    void describesEveryRoute() {
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/games",
                        "/games/{gameId}",
                        "/games/{gameId}/map",
                        "/games/{gameId}/robots",
                        "/games/{gameId}/robots/{robotId}",
                        "/games/{gameId}/mines",
                        "/games/{gameId}/accounts/{playerId}",
                        "/games/{gameId}/scoreboard",
                        "/games/{gameId}/snapshot",
                        "/games/{gameId}/events",
                        "/games/{gameId}/events/place",
                        "/games/{gameId}/log",
                        "/rooms",
                        "/rooms/{roomId}",
                        "/rooms/{roomId}/events",
                        "/rooms/{roomId}/events/place",
                        "/players/{playerId}",
                        "/users/me/data",
                        "/map-types",
                        "/map-types/{mapTypeId}",
                        "/matchmaking/{searchId}",
                        "/asyncapi.json",
                        "/health/live",
                        "/health/ready",
                        "/health/started",
                        "/metrics");
    }

    @Test
    void namesOperationsForThoseWhoGenerateAClient() {
        assertThat(document.findValuesAsText("operationId"))
                .containsExactlyInAnyOrder(
                        "getGames",
                        "getGame",
                        "getGameMap",
                        "getGameRobots",
                        "getGameRobot",
                        "getGameMines",
                        "getGameAccount",
                        "getGameScoreboard",
                        "getGameSnapshot",
                        "getGameEvents",
                        "getGameEventsPlace",
                        "getGameLog",
                        "getRooms",
                        "getRoom",
                        "getRoomEvents",
                        "getRoomEventsPlace",
                        "getPlayer",
                        "getUsersMeData",
                        "getMatchmaking",
                        "getMapTypes",
                        "getMapType",
                        "getAsyncapiJson",
                        "getHealthLive",
                        "getHealthReady",
                        "getHealthStarted",
                        "getMetrics");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        TreeSet<String> missing = new TreeSet<>();
        for (JsonNode reference : document.findValues("$ref")) {
            String name = reference.asText().replace("#/components/schemas/", "");
            if (document.path("components").path("schemas").path(name).isMissingNode()) {
                missing.add(reference.asText());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(document.findValues("$ref")).hasSizeGreaterThan(50);
    }

    @Test
    void namesParametersAndProblemsOfARoute() {
        JsonNode robots = document.path("paths").path("/games/{gameId}/robots").path("get");

        assertThat(robots.path("parameters").findValuesAsText("name")).containsExactly("gameId", "atLeast", "playerId");
        assertThat(robots.path("responses").fieldNames()).toIterable().containsExactly("200", "400", "404", "503");
        assertThat(robots.path("responses").path("503").path("description").asText())
                .isEqualTo("NOT_YET or NOT_AVAILABLE");
    }

    @Test
    void describesTheFieldsOfAnswersInWords() {
        JsonNode schemas = document.path("components").path("schemas");

        assertThat(description(schemas, "GameResponse", "seedHash")).isEqualTo("SHA-256 of the seed, in hex");
        assertThat(description(schemas, "Condition", "energy")).isEqualTo("Energy, rounded down.");
        assertThat(description(schemas, "GameResponse", "mapTypeId"))
                .isEqualTo("The map type that the game was made from; UUID; left out for a plan that was never stored");
        assertThat(description(schemas, "GameResponse", "rulesVersion"))
                .isEqualTo("The version of the rules by which the game is decided");
        assertThat(description(schemas, "Condition", "runsAt"))
                .isEqualTo(
                        "When the first of them runs, unless something happens to the robot before; null if none waits.");
        assertThat(schemas.path("Event").path("oneOf")).hasSize(24);
        assertThat(schemas.path("RobotMovedEvent").path("required").toString())
                .contains("\"type\"", "\"sequence\"", "\"from\"");
        assertThat(schemas.path("Area")
                        .path("properties")
                        .path("tiles")
                        .path("items")
                        .path("type")
                        .asText())
                .isEqualTo("array");
    }

    private static String description(JsonNode schemas, String schema, String property) {
        return schemas.path(schema)
                .path("properties")
                .path(property)
                .path("description")
                .asText();
    }
}
