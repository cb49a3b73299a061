package dungeon.ingest.fake;

import static org.awaitility.Awaitility.await;

import dungeon.ingest.IngestStarter;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole application on a free port, with brokers, registry and topology faked around it. */
public final class FakePlatform implements AutoCloseable {
    static {
        // Tomcat logs by java.util.logging, which would go its own way.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeRegistry registry = new FakeRegistry();
    private final FakeBrokers brokers = new FakeBrokers();
    private final FakeDecider decider = new FakeDecider(brokers, registry.url());
    private final Path dataDir;
    private final ConfigurableApplicationContext application;

    private FakePlatform(Map<String, Object> settings, java.util.function.Consumer<FakePlatform> before) {
        try {
            dataDir = Files.createTempDirectory("ingest");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        brokers.onWrite(decider::decide);
        before.accept(this);
        Map<String, Object> all = new HashMap<>(Map.of(
                "dungeon.ingest.port",
                0,
                "dungeon.ingest.dataDir",
                dataDir.toString(),
                "dungeon.ingest.schemaRegistryUrl",
                registry.url(),
                "dungeon.ingest.retryPause",
                "20ms",
                "dungeon.ingest.idleCheck",
                "50ms",
                // All tests together register hundreds of players from one address, and some ask for much at once.
                "dungeon.ingest.limits.registrationsBurst",
                100_000,
                "dungeon.ingest.limits.practiceGamesBurst",
                1_000,
                "dungeon.ingest.limits.mapTypesBurst",
                1_000,
                // A text that alone is too large for a record.
                "dungeon.ingest.limits.jsonStringLength",
                1_000_000));
        all.putAll(settings);
        application = IngestStarter.start(all, brokers);
    }

    /** A platform in which everything is there; returns when the application is ready. */
    public static FakePlatform started(Map<String, Object> settings) {
        FakePlatform platform = startedWith(settings, before -> {});
        platform.awaitReady();
        return platform;
    }

    /** A platform that is prepared before the application starts; does not wait until it is ready. */
    public static FakePlatform startedWith(
            Map<String, Object> settings, java.util.function.Consumer<FakePlatform> before) {
        return new FakePlatform(settings, before);
    }

    /** Returns when the application takes commands and has registered the shipped map type. */
    public void awaitReady() {
        await().until(() -> get("/health/ready").status() == 200
                && brokers.written().stream()
                        .anyMatch(message -> message.topic().equals(Topics.LOBBY_COMMANDS.name())));
    }

    public FakeRegistry registry() {
        return registry;
    }

    public FakeBrokers brokers() {
        return brokers;
    }

    public FakeDecider decider() {
        return decider;
    }

    public Path dataDir() {
        return dataDir;
    }

    public int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public String administratorToken() {
        try {
            return Files.readString(dataDir.resolve("administrator.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers a guest and returns what was answered. */
    public Answer guest() {
        return post("/auth/guest", null, null);
    }

    public String guestToken() {
        return guest().json().get("token").textValue();
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Posts JSON; token and body may be null. */
    public Answer delete(String path, String token) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .DELETE()
                .build());
    }

    public Answer put(String path, String token, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer post(String path, String token, String body) {
        HttpRequest.Builder request = request(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return send(request.build());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)));
    }

    public Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the application only. */
    public void stopApplication() {
        application.close();
    }

    @Override
    public void close() throws IOException {
        application.close();
        registry.close();
        FileSystemUtils.deleteRecursively(dataDir);
    }
}
