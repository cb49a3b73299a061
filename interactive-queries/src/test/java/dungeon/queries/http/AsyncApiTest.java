package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncApiTest {
    @TempDir
    private static Path stateDir;

    private static TestInstance instance;

    @BeforeAll
    static void start() throws IOException {
        instance = new TestInstance(stateDir);
    }

    @AfterAll
    static void close() {
        instance.close();
    }

    @Test
    void isServed() {
        HttpResponse<String> response = instance.get("/asyncapi.json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/vnd.aai.asyncapi+json;version=3.0.0");
        assertThat(TestInstance.json(response).path("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void hasTheEventsOfTheOtherDescription() {
        JsonNode feeds = schemas(instance.json("/asyncapi.json"));
        JsonNode rest = schemas(instance.json("/openapi.json"));
        ((ObjectNode) rest.path("Event")).remove("discriminator");

        assertThat(rest.path("Event").path("oneOf")).isNotEmpty();
        for (String shared : new String[] {"Event", "RobotMovedEvent", "GameCreatedEvent", "Condition", "Area"}) {
            assertThat(feeds.path(shared)).as(shared).isEqualTo(rest.path(shared));
        }
    }

    private static JsonNode schemas(JsonNode document) {
        return document.path("components").path("schemas");
    }
}
