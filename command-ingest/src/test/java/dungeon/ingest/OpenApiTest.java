package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class OpenApiTest {
    private JsonNode api;

    @BeforeEach
    void read(FakePlatform platform) {
        api = platform.get("/openapi.json").json();
    }

    @Test
    void describesEveryRoute() {
        List<String> paths = new ArrayList<>();
        api.get("paths").fieldNames().forEachRemaining(paths::add);

        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "/players",
                        "/auth/guest",
                        "/map-types",
                        "/games",
                        "/games/{gameId}/start",
                        "/games/{gameId}/end",
                        "/games/{gameId}/participants",
                        "/games/{gameId}/commands",
                        "/practice-games",
                        "/.well-known/jwks.json");
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
    void takesTheRecordsFromTheirSchemas() {
        assertThat(api.at("/components/schemas/MoveRobot/required"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("type", "robotId", "direction");
        assertThat(api.at("/components/schemas/Direction/enum")).hasSize(8);
        assertThat(api.at("/components/schemas/Command/oneOf")).hasSize(11);
        assertThat(api.at("/components/schemas/Event/oneOf")).hasSize(24);
        assertThat(api.at("/components/schemas/RobotMoved/required"))
                .extracting(JsonNode::textValue)
                .contains("type", "gameId", "sequence", "robotId", "from", "condition");
        assertThat(api.at("/components/schemas/MapType/properties/width/description")
                        .textValue())
                .isEqualTo("Columns, 2 to 200.");
        assertThat(api.at("/components/schemas/RegisterPlayer/properties/commandId/format")
                        .textValue())
                .isEqualTo("uuid");
        assertThat(api.at("/components/schemas/RegisterPlayer/required"))
                .extracting(JsonNode::textValue)
                .containsExactly("playerName");
        assertThat(api.at("/components/schemas/NewGame/properties/seed").isMissingNode())
                .isTrue();
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
