package dungeon.standalone.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Ports;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs in other languages read the events and send a command that is obeyed. */
@Tag("slow")
@Timeout(300)
class ExternalClientsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final int PATIENCE_S = 90;

    @TempDir
    static Path folder;

    private static Machine machine;

    @BeforeAll
    static void start() throws Exception {
        List<Integer> ports = FreePorts.several(4);
        machine = Machine.claim(
                new MachineConfig(
                        folder.resolve("data"), new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3))),
                Progress.onTerminal());
        machine.start();
    }

    @AfterAll
    static void stop() {
        if (machine != null) {
            machine.close();
        }
    }

    @Test
    void obeysAPlayerInJavaScript() throws Exception {
        assertThat(CLIENTS.resolve("node_modules"))
                .as("the packages of the JavaScript client; install them with: npm ci, in standalone/" + CLIENTS)
                .isDirectory();
        List<JsonNode> events = play("node", "player.mjs");
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly("dungeon.schemas.RobotsPurchased", "dungeon.schemas.RobotSpawned");
        assertBoughtOneRobot(events);
    }

    @Test
    void obeysAPlayerOnLibrdkafka() throws Exception {
        // Debian's packages python3-confluent-kafka and python3-avro belong to Debian's own Python.
        assertBoughtOneRobot(play("/usr/bin/python3", "player.py"));
    }

    private static void assertBoughtOneRobot(List<JsonNode> events) {
        assertThat(events).hasSize(2);
        assertThat(events.get(0).path("quantity").asInt()).isEqualTo(1);
        assertThat(events.get(0).path("balance").asLong()).isEqualTo(400);
        assertThat(events.get(1).path("condition").path("energy").asInt()).isEqualTo(20);
        assertThat(events.get(1).path("sequence").asLong())
                .isEqualTo(events.get(0).path("sequence").asLong() + 1);
    }

    /** Runs a client in a practice game of its own, and gives what it printed. */
    private static List<JsonNode> play(String... command) throws IOException, InterruptedException {
        Platform platform = machine.platform();
        JsonHttp http = new JsonHttp();
        JsonNode player = http.post(platform.ingestUrl() + "/auth/guest", null, null);
        String token = player.path("token").asText();
        JsonNode game = http.post(
                platform.ingestUrl() + "/practice-games",
                token,
                JsonNodeFactory.instance.objectNode().put("bots", 0));
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(
                platform.bootstrapServers(),
                platform.registryUrl(),
                game.path("gameId").asText(),
                player.path("playerId").asText()));
        Path output = Files.createTempFile(folder, "client", ".out");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(CLIENTS.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("TOKEN", token);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isZero();
        List<JsonNode> events = new ArrayList<>();
        for (String text : Files.readAllLines(output)) {
            events.add(JSON.readTree(text));
        }
        return events;
    }
}
