package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.Yaml;

@ExtendWith(SharedPlatform.class)
class OpenApiTest {
    private JsonNode api;

    @BeforeEach
    void read(FakePlatform platform) throws IOException {
        api = platform.get("/openapi.json").json();
        // For the linter of .ci/run.
        Files.writeString(Path.of("target", "openapi.json"), api.toPrettyString());
    }

    @Test
    void describesEveryRoute() {
        List<String> paths = new ArrayList<>();
        api.get("paths").fieldNames().forEachRemaining(paths::add);

        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "/players",
                        "/auth/guest",
                        "/auth/services/{context}",
                        "/map-types",
                        "/map-types/{mapTypeId}",
                        "/games",
                        "/games/{gameId}/start",
                        "/games/{gameId}/end",
                        "/games/{gameId}/participants",
                        "/games/{gameId}/commands",
                        "/practice-games",
                        "/matches",
                        "/matchmaking",
                        "/matchmaking/{searchId}",
                        "/rooms",
                        "/rooms/{roomId}/participants",
                        "/rooms/{roomId}/commands",
                        "/rooms/{roomId}/presence",
                        "/auth/token",
                        "/players/{playerId}/tokens",
                        "/players/{playerId}/ban",
                        "/player-names/{playerName}",
                        "/auth/guest/session",
                        "/auth/session",
                        "/auth/providers",
                        "/auth/tokens",
                        "/auth/tokens/{tokenId}",
                        "/auth/keys",
                        "/auth/keys/{kid}",
                        "/users/me",
                        "/.well-known/revocations.json",
                        "/.well-known/jwks.json");
    }

    /** A method that no policy names is refused in a cluster, and nowhere else. */
    @Test
    void theMeshOfAClusterLetsEveryMethodThrough() throws IOException {
        Set<String> methods = new TreeSet<>();
        api.get("paths")
                .forEach(path ->
                        path.fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT))));
        assertThat(methods).contains("POST", "PUT", "DELETE");
        Map<String, Integer> rulesOf = new TreeMap<>();
        for (Object policy : new Yaml().loadAll(Files.readString(Path.of("..", "k8s", "mesh", "authorization.yaml")))) {
            JsonNode read = new ObjectMapper().valueToTree(policy);
            for (JsonNode rule : read.path("spec").path("rules")) {
                boolean isForEverybody = rule.path("from").toString().contains("sa/istio-ingress")
                        || (rule.path("from").toString().contains("sa/dungeon-queries")
                                && read.path("metadata").path("name").asText().equals("dungeon-ingest"));
                String name = read.path("metadata").path("name").asText();
                if (isForEverybody
                        && List.of("dungeon-queries", "dungeon-ingest").contains(name)) {
                    Set<String> let = new TreeSet<>();
                    rule.path("to")
                            .forEach(to ->
                                    to.path("operation").path("methods").forEach(method -> let.add(method.asText())));
                    assertThat(let).as(name + ": " + rule).containsAll(methods);
                    rulesOf.merge(name, 1, Integer::sum);
                }
            }
        }
        assertThat(rulesOf).isEqualTo(Map.of("dungeon-ingest", 2, "dungeon-queries", 1));
    }

    @Test
    void describesBodiesAnswersAndProblems() {
        JsonNode commands = api.at("/paths/~1games~1{gameId}~1commands/post");

        assertThat(commands.at("/requestBody/content/application~1json/schema/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/CommandOrCommands");
        assertThat(commands.at("/responses/202/content/application~1json/schema/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/CommandIds");
        assertThat(commands.at("/responses/default/$ref").textValue()).isEqualTo("#/components/responses/Problem");
        assertThat(commands.get("security").toString()).isEqualTo("[{\"token\":[]}]");
        assertThat(commands.get("parameters"))
                .extracting(parameter -> parameter.get("name").textValue())
                .containsExactly("gameId", "wait");
        assertThat(api.at("/paths/~1players/post/security").isMissingNode()).isTrue();
    }

    @Test
    void describesTheRateOfWhatIsCounted() {
        JsonNode commands = api.at("/paths/~1games~1{gameId}~1commands/post/responses");

        assertThat(commands.at("/429/$ref").textValue()).isEqualTo("#/components/responses/TooManyRequests");
        assertThat(commands.at("/200/headers").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("RateLimit", "RateLimit-Policy");
        assertThat(api.at("/components/responses/TooManyRequests/headers").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("RateLimit", "RateLimit-Policy", "Retry-After");
        assertThat(api.at("/paths/~1players/post/responses").has("429")).isTrue();
        assertThat(api.at("/paths/~1auth~1services~1{context}/post/responses").has("429"))
                .isFalse();
        assertThat(api.at("/paths/~1.well-known~1jwks.json/get/responses").has("429"))
                .isFalse();
    }

    @Test
    void takesTheRecordsFromTheirSchemas() {
        assertThat(api.at("/components/schemas/MoveRobotCommand/required"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("type", "robotId", "direction");
        assertThat(api.at("/components/schemas/Direction/enum")).hasSize(8);
        assertThat(api.at("/components/schemas/Command/oneOf")).hasSize(11);
        assertThat(api.at("/components/schemas/Event/oneOf")).hasSize(24);
        assertThat(api.at("/components/schemas/RobotMovedEvent/required"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder(
                        "type", "gameId", "sequence", "time", "remaining", "robotId", "from", "condition");
        assertThat(api.at("/components/schemas/Condition/required"))
                .as("of its properties all but runsAt, which is left out where nothing waits")
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder(
                        "position",
                        "asOf",
                        "health",
                        "healthFraction",
                        "energy",
                        "energyFraction",
                        "readyAt",
                        "queued");
        assertThat(api.at("/components/schemas/Condition/properties/runsAt/description")
                        .textValue())
                .isEqualTo(
                        "When the first of them runs, unless something happens to the robot before; null if none waits.");
        assertThat(api.at("/components/schemas/MapType/properties/width/description")
                        .textValue())
                .isEqualTo("Columns, 2 to 200.");
        assertThat(api.at("/components/schemas/BuyRobotsCommand/properties/quantity/minimum")
                        .intValue())
                .isEqualTo(1);
        assertThat(api.at("/components/schemas/BuyRobotsCommand/properties/quantity/maximum")
                        .intValue())
                .isEqualTo(100);
        assertThat(api.at("/components/schemas/CreateGameCommand/examples/0/durationMs")
                        .intValue())
                .isEqualTo(10_000);
        assertThat(api.at("/components/schemas/RegisterPlayer/properties/commandId/format")
                        .textValue())
                .isEqualTo("uuid");
        assertThat(api.at("/components/schemas/RegisterPlayer/required"))
                .extracting(JsonNode::textValue)
                .containsExactly("playerName");
        assertThat(api.at("/components/schemas/NewGame/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("map", "mapTypeId", "rules", "participantLimit", "durationMs", "commandId");
        assertThat(api.at("/components/schemas/NewGame/properties/mapTypeId/format")
                        .textValue())
                .isEqualTo("uuid");
        assertThat(api.at("/components/schemas/NewGame/properties/mapTypeId/description")
                        .textValue())
                .isEqualTo("A stored map type");
        assertThat(api.at("/components/schemas/GameCreatedEvent/properties/mapTypeId/description")
                        .textValue())
                .isEqualTo(
                        "The map type that the map's plan was taken from; UUID. Null for a plan that was never stored.");
    }

    @Test
    void refersOnlyToWhatItDescribes() {
        assertThat(api.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }
}
