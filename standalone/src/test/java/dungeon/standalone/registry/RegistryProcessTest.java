package dungeon.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.app.SchemaSetup;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(180)
class RegistryProcessTest {
    private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void comesBackWithTheSameIdsWhenItIsKilled() throws Exception {
        try (RegistryProcess registry = start()) {
            int commandId = client(registry.url()).idOf("a-value", Command.getClassSchema());
            int eventId = client(registry.url()).idOf("b-value", Event.getClassSchema());
            long killedPid = registry.pid();

            ProcessHandle.of(killedPid).orElseThrow().destroyForcibly();
            await().atMost(COMES_BACK_WITHIN).until(() -> registry.pid() != killedPid);
            await().atMost(COMES_BACK_WITHIN).until(() -> client(registry.url()).isReachable());

            // In another order than before: a registry that had forgotten would count from 1 again.
            assertThat(client(registry.url()).schemaOf(eventId)).contains(Event.getClassSchema());
            assertThat(client(registry.url()).idOf("b-value", Event.getClassSchema()))
                    .isEqualTo(eventId);
            assertThat(client(registry.url()).idOf("a-value", Command.getClassSchema()))
                    .isEqualTo(commandId);
        }
    }

    /** Services start beside the registry, and on a machine that is warm one of them is quicker. */
    @Test
    void aServiceThatRegistersTheNewestFirstIsNoReasonNotToStart() throws Exception {
        try (RegistryProcess registry = start()) {
            String subject = AvroSerializer.subjectOf(Topics.LOBBY_COMMANDS.name());
            SchemaRegistry client = client(registry.url());
            client.setCompatibility(subject, "BACKWARD_TRANSITIVE");
            int newest = client.idOf(subject, LobbyCommand.getClassSchema());

            SchemaSetup.register(client(registry.url()));

            assertThat(client(registry.url()).idOf(subject, LobbyCommand.getClassSchema()))
                    .isEqualTo(newest);
        }
    }

    @Test
    void behavesAsConfluentsRegistryDoes() throws Exception {
        try (RegistryProcess registry = start()) {
            SchemaRegistry client = client(registry.url());
            int id = client.idOf("one-value", Command.getClassSchema());

            assertThat(client.idOf("two-value", Command.getClassSchema())).isEqualTo(id);
            assertThat(registerText(
                            registry.url(), "three-value", "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}"))
                    .isEqualTo(registerText(
                            registry.url(),
                            "three-value",
                            "{ \"name\": \"R\", \"type\": \"record\", \"fields\": [] }"));
            assertThat(get(registry.url() + "/schemas/ids/4711").statusCode()).isEqualTo(404);
            assertThat(client.schemaOf(4711)).isEmpty();
        }
    }

    @Test
    void refusesASchemaThatCannotReadWhatEveryOlderOneWrote() throws Exception {
        try (RegistryProcess registry = start()) {
            SchemaRegistry client = client(registry.url());
            client.setCompatibility("s-value", "BACKWARD_TRANSITIVE");
            registerText(registry.url(), "s-value", "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}");

            HttpResponse<String> answer = post(
                    registry.url() + "/subjects/s-value/versions",
                    "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}");
            assertThat(answer.statusCode()).isEqualTo(409);
        }
    }

    @Test
    void doesNotOutliveAParentThatIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString(),
                        String.valueOf(FreePorts.one()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle child;
        try (BufferedReader output = parent.inputReader()) {
            child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
        } finally {
            parent.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    private RegistryProcess start() throws InterruptedException {
        return RegistryProcess.start(
                new RegistrySettings(folder.resolve("data"), folder.resolve("logs"), FreePorts.one()));
    }

    private static SchemaRegistry client(URI url) {
        return new SchemaRegistry(RegistryConfig.from(Map.of("schema.registry.url", url.toString())));
    }

    private static String registerText(URI url, String subject, String schema) throws Exception {
        HttpResponse<String> response = post(url + "/subjects/" + subject + "/versions", schema);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> post(String url, String schema) throws Exception {
        String body = "{\"schema\":\"%s\"}".formatted(schema.replace("\"", "\\\""));
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Starts a registry and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            RegistryProcess registry = RegistryProcess.start(
                    new RegistrySettings(folder.resolve("data"), folder.resolve("logs"), Integer.parseInt(args[1])));
            System.out.println(registry.pid());
            Thread.currentThread().join();
        }
    }
}
