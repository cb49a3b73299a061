package dungeon.queries.http;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.platform.operator.Health;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.tracing.Tracing;
import dungeon.queries.TestBytes;
import dungeon.queries.config.QueriesConfig;
import dungeon.queries.events.EventSource;
import dungeon.queries.events.FakeLog;
import dungeon.queries.events.FeedLimits;
import dungeon.queries.events.Feeds;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.queries.history.HistoryClient;
import dungeon.queries.lobby.LobbySource;
import dungeon.queries.lobby.LobbyView;
import dungeon.queries.lobby.TestLobby;
import dungeon.queries.robots.RobotsView;
import dungeon.queries.tictactoe.TicTacToeView;
import dungeon.queries.transport.ServiceClient;
import dungeon.queries.views.RoomViews;
import dungeon.queries.views.ViewsDriver;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.Topics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.state.HostInfo;

/** An instance with a real HTTP server over stores of a test driver. */
final class TestInstance implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final ViewsDriver views;
    final FakePartitionLocator locator;
    final FakeStores stores;
    final FakeLog log = new FakeLog();
    volatile Optional<String> lobbyIncomplete = Optional.empty();
    volatile List<String> problems = List.of();
    volatile List<String> startProblems = List.of();
    volatile List<String> fatalProblems = List.of();
    volatile CompletableFuture<Void> lobbyUpToNow = CompletableFuture.completedFuture(null);
    final LobbyView lobby;
    final Feeds<Event> feeds;
    private final Feeds<TicTacToeEvent> roomFeeds;
    final RoomViews rooms;
    final FakeLog roomLog = new FakeLog(Topics.TICTACTOE_EVENTS.name());
    final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = Tracing.of(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build());
    private boolean closed;
    private final HistoryClient history;
    final RemoteKeys keys;
    private final ServiceClient analytics;
    private final HttpApi api;
    private final HttpClient http = HttpClient.newHttpClient();

    TestInstance(Path stateDir, String... settings) throws IOException {
        views = new ViewsDriver(stateDir.resolve("games"));
        rooms = new RoomViews(stateDir.resolve("rooms"), views.signals());
        lobby = TestLobby.view(stateDir.resolve("lobby"));
        stores = new FakeStores(views);
        locator = new FakePartitionLocator(new HostInfo("127.0.0.1", freePort()));
        Map<String, String> all = new HashMap<>(Map.of(
                "http.port", String.valueOf(locator.self().port()),
                "at.least.timeout.ms", "300",
                "forward.timeout.ms", "2000",
                "heartbeat.ms", "50",
                "page.size.maximum", "7"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        QueriesConfig config = QueriesConfig.from(all);
        feeds = feeds(
                config, EventSource.of(RobotsView.VIEW.module(), GamePurged.class, TestBytes.deserializer()), log);
        roomFeeds = feeds(
                config,
                EventSource.of(TicTacToeView.VIEW.module(), RoomClosed.class, TestBytes.roomDeserializer()),
                roomLog);
        history = new HistoryClient(config.historyUrl());
        analytics = new ServiceClient("analytics", config.analyticsUrl(), Duration.ofSeconds(5));
        keys = new RemoteKeys(URI.create(config.keySetUrl()));
        api = new HttpApi(
                config,
                new ViewAccess<>(locator, stores, feeds),
                new ViewAccess<>(locator, rooms, roomFeeds),
                views.signals(),
                new Lobby(),
                new GameLogReader(
                        () -> {
                            throw new TimeoutException("There is no broker");
                        },
                        null,
                        null,
                        () -> null),
                history,
                analytics,
                new TokenJudge(keys),
                new Health() {
                    @Override
                    public List<String> fatalProblems() {
                        return fatalProblems;
                    }

                    @Override
                    public List<String> problems() {
                        return problems;
                    }

                    @Override
                    public List<String> startProblems() {
                        return startProblems;
                    }
                },
                metrics);
        feeds.start();
        roomFeeds.start();
        await().until(() -> feeds.isReading() && roomFeeds.isReading());
    }

    private <E extends SpecificRecord> Feeds<E> feeds(QueriesConfig config, EventSource<E> source, FakeLog events) {
        return new Feeds<>(
                "none",
                reading -> events.consumer(),
                source,
                FeedLimits.standard(
                        Duration.ofMillis(config.limits().heartbeatMs()),
                        Duration.ofMillis(config.limits().eventStreamStallMs())),
                metrics,
                tracing);
    }

    private final class Lobby implements LobbySource {
        @Override
        public LobbyView view() {
            return lobby;
        }

        @Override
        public Optional<String> problem() {
            return lobbyIncomplete;
        }

        @Override
        public CompletableFuture<Void> upToNow(Duration timeout) {
            return lobbyUpToNow;
        }
    }

    HostInfo self() {
        return locator.self();
    }

    String name() {
        return self().host() + ":" + self().port();
    }

    URI uri(String path) {
        return URI.create("http://" + name() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path, String... headers) {
        return json(get(path, headers));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        api.close();
        history.close();
        analytics.close();
        lobby.close();
        views.close();
        rooms.close();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
