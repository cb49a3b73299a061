package dungeon.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.processes.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker of Kafka Connect in a process of its own, with the plugins as they are shipped and the connectors as they are configured everywhere. */
final class ConnectWorker implements AutoCloseable {
    private static final Path CONNECTORS = Path.of("..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DEATH_MAXIMUM_S = 30;

    private final Path folder;
    private final String bootstrapServers;
    private final Map<String, String> environment;
    private final int port = FreePorts.one();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /**
     * Does not start it yet.
     *
     * @param environment from which the connectors' configurations take addresses and passwords
     */
    ConnectWorker(Path folder, String bootstrapServers, Map<String, String> environment) {
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
        this.environment = environment;
    }

    void start() {
        try {
            Files.createDirectories(folder);
            Path settings = folder.resolve("worker.properties");
            Files.writeString(settings, """
                    bootstrap.servers=%s
                    listeners=http://127.0.0.1:%d
                    plugin.path=%s,%s
                    plugin.discovery=service_load
                    key.converter=org.apache.kafka.connect.storage.StringConverter
                    value.converter=org.apache.kafka.connect.converters.ByteArrayConverter
                    offset.storage.file.filename=%s
                    offset.flush.interval.ms=1000
                    config.providers=env
                    config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
                    """.formatted(
                            bootstrapServers,
                            port,
                            CONNECTORS.resolve("worker/target/plugins"),
                            CONNECTORS.resolve("plugin/target/plugins"),
                            folder.resolve("offsets")));
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-Dlogback.configurationFile=" + CONNECTORS.resolve("worker/logback.xml"),
                            "-cp",
                            Files.readString(CONNECTORS.resolve("worker/target/class-path.txt")),
                            "org.apache.kafka.connect.cli.ConnectStandalone",
                            settings.toString(),
                            CONNECTORS.resolve("configs/history.json").toString(),
                            CONNECTORS.resolve("configs/users.json").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a worker", e);
        }
    }

    /** What {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(DEATH_MAXIMUM_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The worker does not die");
        }
    }

    void freeze() throws InterruptedException {
        Child.signal("-STOP", process.pid());
    }

    void thaw() throws InterruptedException {
        Child.signal("-CONT", process.pid());
    }

    /** The state of a connector's task, such as RUNNING or FAILED; blank while there is none. */
    String taskState(String connector) {
        return task(connector).path("state").asText();
    }

    /** Why a connector's task failed. */
    String trace(String connector) {
        return task(connector).path("trace").asText();
    }

    /** Starts a task again that has failed. */
    void restartFailed(String connector) throws InterruptedException {
        try {
            http.send(
                    request("/connectors/%s/restart?includeTasks=true&onlyFailed=true".formatted(connector))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException("The worker does not answer; see " + output(), e);
        }
    }

    private JsonNode task(String connector) {
        try {
            HttpResponse<String> answer = http.send(
                    request("/connectors/%s/status".formatted(connector)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body()).path("tasks").path(0);
        } catch (IOException e) {
            // It does not listen yet.
            return JSON.missingNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    /** Its last lines, for a message. */
    List<String> lastLines() throws IOException {
        List<String> lines = Files.readAllLines(output());
        return lines.subList(Math.max(0, lines.size() - 30), lines.size());
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
