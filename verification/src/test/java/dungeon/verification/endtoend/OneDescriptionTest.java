package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.connection.JsonHttp;
import dungeon.standalone.machine.Machine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The descriptions of the two services, which a player's program reads side by side. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class OneDescriptionTest {
    @Test
    void describesWhatBothServicesHaveInTheSameWords(Machine machine) throws Exception {
        JsonNode commands = schemas(machine.platform().ingestUrl());
        JsonNode queries = schemas(machine.platform().queriesUrl());
        Set<String> shared = names(commands);
        shared.retainAll(names(queries));
        assertThat(shared)
                .contains("Event", "RobotMovedEvent", "MapType", "Rules", "Condition", "Direction", "Problem");
        assertThat(shared)
                .allSatisfy(name -> assertThat(commands.path(name)).as(name).isEqualTo(queries.path(name)));
    }

    @Test
    void problemsHaveTheFieldsThatTheirDescriptionRequires(Machine machine) throws Exception {
        JsonNode required =
                schemas(machine.platform().queriesUrl()).path("Problem").path("required");
        assertThat(required).isNotEmpty();
        HttpClient client = HttpClient.newHttpClient();
        for (String service :
                List.of(machine.platform().ingestUrl(), machine.platform().queriesUrl())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/games/none/none"))
                    .build();
            JsonNode problem = JsonHttp.parse(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            assertThat(required)
                    .as(problem.toString())
                    .allSatisfy(field -> assertThat(problem.has(field.asText())).isTrue());
        }
    }

    private static JsonNode schemas(String serviceUrl) throws IOException, InterruptedException {
        JsonNode document = new JsonHttp().get(serviceUrl + "/openapi.json");
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        return document.path("components").path("schemas");
    }

    private static Set<String> names(JsonNode schemas) {
        Set<String> names = new TreeSet<>();
        schemas.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
