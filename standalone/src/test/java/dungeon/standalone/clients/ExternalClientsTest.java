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
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        assertThat(CLIENTS.resolve("node_modules"))
                .as("the packages of the JavaScript clients; install them with: npm ci, in standalone/" + CLIENTS)
                .isDirectory();
        machine =
                Machine.claim(new MachineConfig(folder.resolve("data"), FreePorts.ofAMachine()), Progress.onTerminal());
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

    @Test
    void obeysAPlayerWhoseClientIsGeneratedFromTheDescriptions() throws Exception {
        Path client = Files.createDirectory(folder.resolve("generated"));
        Platform platform = machine.platform();
        Files.createSymbolicLink(
                client.resolve("node_modules"), CLIENTS.resolve("node_modules").toAbsolutePath());
        Files.writeString(client.resolve("package.json"), "{\"type\": \"module\"}");
        Files.copy(CLIENTS.resolve("player.ts"), client.resolve("player.ts"));
        for (String[] service : new String[][] {
            {"ingest", platform.ingestUrl()}, {"queries", platform.queriesUrl()},
        }) {
            Files.writeString(
                    client.resolve(service[0] + ".json"),
                    new JsonHttp().get(service[1] + "/openapi.json").toString());
            // Otherwise the generator takes fields with a default for such as must be sent.
            run(
                    client,
                    "node_modules/.bin/openapi-typescript",
                    service[0] + ".json",
                    "--default-non-nullable=false",
                    "--output",
                    service[0] + ".d.ts");
        }
        run(
                client,
                "node_modules/.bin/tsc",
                "--strict",
                "--skipLibCheck",
                "--module",
                "nodenext",
                "--target",
                "es2022",
                "--types",
                "node",
                "player.ts");

        List<JsonNode> printed = run(client, "node", "player.js", platform.ingestUrl(), platform.queriesUrl());

        assertThat(printed).hasSize(2);
        assertThat(printed.get(0).path("quantity").asInt()).isEqualTo(1);
        assertThat(printed.get(0).path("balance").asLong()).isEqualTo(400);
        assertThat(printed.get(1).path("balance").asLong()).isEqualTo(400);
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
        return run(CLIENTS, Map.of("TOKEN", token), line);
    }

    private static List<JsonNode> run(Path directory, String... command) throws IOException, InterruptedException {
        return run(directory, Map.of(), List.of(command));
    }

    /** Runs a program to its good end, and gives the JSON that it printed. */
    private static List<JsonNode> run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "client", ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        List<JsonNode> printed = new ArrayList<>();
        for (String text : Files.readAllLines(output)) {
            if (text.startsWith("{")) {
                printed.add(JSON.readTree(text));
            }
        }
        return printed;
    }
}
