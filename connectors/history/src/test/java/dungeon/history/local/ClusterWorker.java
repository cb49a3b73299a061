package dungeon.history.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.players.connection.Platform;
import dungeon.standalone.machine.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A worker with the settings of {@code k8s/kafka/connect/connect.yaml}, of those that several workers share their connectors by. */
final class ClusterWorker implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORKER = "k8s/kafka/connect/connect.yaml";
    private static final long DEATH_MAXIMUM_S = 30;

    private final Process process;
    private final URI rest;
    private final HttpClient http = HttpClient.newHttpClient();

    private ClusterWorker(Process process, URI rest) {
        this.process = process;
        this.rest = rest;
    }

    static ClusterWorker start(Path folder, Platform platform, Map<String, String> environment) throws IOException {
        int port = FreePorts.one();
        WorkerFiles files = WorkerFiles.ofThisBuild();
        Path properties = Files.createDirectories(folder).resolve("worker.properties");
        Files.writeString(
                properties,
                settings(platform, files, port).entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dlogback.configurationFile=" + files.logging(),
                        "-Ddungeon.logs=" + folder,
                        "-cp",
                        files.classPath(),
                        // Ends with this process, however that ends.
                        "dungeon.standalone.launcher.ParentBoundMain",
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new ClusterWorker(builder.start(), URI.create("http://127.0.0.1:" + port));
    }

    /** What the operator writes into the worker's file. */
    private static Map<String, String> settings(Platform platform, WorkerFiles files, int port) throws IOException {
        Map<String, Object> worker = ClusterFiles.one(WORKER);
        Map<String, String> settings = new TreeMap<>();
        ClusterFiles.map(worker, "spec.config").forEach((name, value) -> settings.put(name, value.toString()));
        settings.put("group.id", ClusterFiles.text(worker, "spec.groupId"));
        settings.put("config.storage.topic", ClusterFiles.text(worker, "spec.configStorageTopic"));
        settings.put("offset.storage.topic", ClusterFiles.text(worker, "spec.offsetStorageTopic"));
        settings.put("status.storage.topic", ClusterFiles.text(worker, "spec.statusStorageTopic"));
        settings.put("bootstrap.servers", platform.bootstrapServers());
        settings.put("listeners", "http://127.0.0.1:" + port);
        settings.put("plugin.path", files.plugins().stream().map(Path::toString).collect(Collectors.joining(",")));
        platform.kafka()
                .forEach((name, value) -> List.of("", "producer.", "consumer.", "admin.")
                        .forEach(prefix -> settings.put(prefix + name, value.toString())));
        return settings;
    }

    /** Those of {@code User:connectors}, as brokers of one machine call it. */
    static List<AclBinding> rights() throws IOException {
        List<AclBinding> rights = new ArrayList<>();
        for (Map<String, Object> user : ClusterFiles.all("k8s/kafka/users.yaml")) {
            if (!ClusterFiles.text(user, "metadata.name").equals("connectors")) {
                continue;
            }
            for (Map<String, Object> rule : ClusterFiles.list(user, "spec.authorization.acls")) {
                boolean isPrefix = ClusterFiles.map(rule, "resource")
                        .getOrDefault("patternType", "literal")
                        .equals("prefix");
                ResourcePattern resource = new ResourcePattern(
                        ResourceType.fromString(ClusterFiles.text(rule, "resource.type")),
                        ClusterFiles.text(rule, "resource.name"),
                        isPrefix ? PatternType.PREFIXED : PatternType.LITERAL);
                for (Object operation : (List<?>) rule.get("operations")) {
                    rights.add(new AclBinding(
                            resource,
                            new AccessControlEntry(
                                    "User:connectors",
                                    "*",
                                    AclOperation.fromString(
                                            operation.toString().replaceAll("(?<=[a-z])(?=[A-Z])", "_")),
                                    AclPermissionType.ALLOW)));
                }
            }
        }
        return rights;
    }

    void awaitReady(Duration patience) {
        await("the worker's REST")
                .atMost(patience)
                .ignoreExceptions()
                .until(() -> ask("GET", "/connectors", null).isArray());
    }

    /** What the worker finds wrong with the settings of a connector; empty if nothing. */
    List<String> faultsOf(String connector, Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> named = new TreeMap<>(settings);
        named.put("name", connector);
        JsonNode answer = ask("PUT", "/connector-plugins/JdbcSinkConnector/config/validate", named);
        List<String> faults = new ArrayList<>();
        answer.path("configs")
                .forEach(setting -> setting.path("value").path("errors").forEach(fault -> faults.add(fault.asText())));
        return faults;
    }

    /** Gives it a connector, or other settings for one that it has. */
    void put(String connector, Map<String, String> settings) throws IOException, InterruptedException {
        ask("PUT", "/connectors/%s/config".formatted(connector), settings);
    }

    /** The state of the one task of each. */
    List<String> tasks(List<String> connectors) throws IOException, InterruptedException {
        List<String> states = new ArrayList<>();
        for (String connector : connectors) {
            states.add(ask("GET", "/connectors/%s/status".formatted(connector), null)
                    .path("tasks")
                    .path(0)
                    .path("state")
                    .asText());
        }
        return states;
    }

    private JsonNode ask(String method, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(rest.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(DEATH_MAXIMUM_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
