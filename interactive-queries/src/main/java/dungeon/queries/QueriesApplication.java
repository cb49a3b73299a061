package dungeon.queries;

import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.operator.Health;
import dungeon.platform.process.ServiceProcess;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.platform.streams.operator.MemoryMeters;
import dungeon.platform.streams.runtime.BackgroundTasks;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.tracing.Tracing;
import dungeon.queries.config.QueriesConfig;
import dungeon.queries.events.EventSource;
import dungeon.queries.events.FeedLimits;
import dungeon.queries.events.Feeds;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.queries.history.HistoryClient;
import dungeon.queries.history.OldGames;
import dungeon.queries.http.HttpApi;
import dungeon.queries.http.ViewAccess;
import dungeon.queries.lobby.LobbyFollower;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.robots.RobotsView;
import dungeon.queries.tictactoe.RoomReader;
import dungeon.queries.tictactoe.TicTacToeView;
import dungeon.queries.transport.ServiceClient;
import dungeon.queries.views.DepartingAggregates;
import dungeon.queries.views.LateViews;
import dungeon.queries.views.OldAggregates;
import dungeon.queries.views.SkippedEvents;
import dungeon.queries.views.View;
import dungeon.queries.views.ViewsRunner;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The read side as one running thing: the views, the lobby and the HTTP server. */
public final class QueriesApplication implements ServiceProcess.RunningService {
    private static final Logger LOG = LoggerFactory.getLogger(QueriesApplication.class);

    /** Beside the folder of Kafka Streams, which is named after the application's id. */
    private static final String LOBBY_FOLDER = "lobby-view";

    private static final String KEYS_FILE = "token-keys.json";

    /** Games are kept for days, and rooms for an hour. */
    private static final Duration OLD_PAUSE = Duration.ofMinutes(1);

    /** Above what its instances wait for each other. */
    private static final Duration ANALYTICS_MAXIMUM = Duration.ofSeconds(5);

    private final BackgroundTasks background = new BackgroundTasks(1);
    private final LateViews games = new LateViews();
    private final LateViews rooms = new LateViews();
    private final Tracing tracing = Tracing.of("dungeon-queries");
    private final ServiceMeters meters = new ServiceMeters("dungeon-queries");
    private final PrometheusMeterRegistry metrics = meters.registry();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final ApplicationHealth health = new ApplicationHealth();
    private final RemoteKeys keys;
    private final Feeds<Event> gameFeeds;
    private final Feeds<TicTacToeEvent> roomFeeds;
    private final LobbyFollower lobbyFollower;
    private final HistoryClient history;
    private final ServiceClient analytics;
    private final OldGames oldGames;
    private final OldAggregates<RoomReader> oldRooms;
    private final HttpApi http;
    private final ViewsRunner<Event> gamesRunner;
    private final ViewsRunner<TicTacToeEvent> roomsRunner;
    private final String url;

    private QueriesApplication(QueriesConfig config) {
        Map<String, Object> client = config.clientSettings();
        Deserializer<Event> events = Topics.EVENTS.valueSerde(client).deserializer();
        Deserializer<TicTacToeEvent> roomEvents =
                Topics.TICTACTOE_EVENTS.valueSerde(client).deserializer();
        Deserializer<LobbyEvent> lobbyEvents =
                Topics.LOBBY_EVENTS.valueSerde(client).deserializer();
        SequenceSignals signals = new SequenceSignals();
        SkippedEvents skipped = new SkippedEvents(metrics);
        bindMetrics(signals);
        lobbyFollower = LobbyFollower.of(client, lobbyEvents, config.stateDir().resolve(LOBBY_FOLDER));
        gameFeeds = feeds(config, RobotsView.VIEW, GamePurged.class, events);
        roomFeeds = feeds(config, TicTacToeView.VIEW, RoomClosed.class, roomEvents);
        keys = new RemoteKeys(URI.create(config.keySetUrl()), config.stateDir().resolve(KEYS_FILE));
        DepartingAggregates departingGames = new DepartingAggregates();
        DepartingAggregates departingRooms = new DepartingAggregates();
        history = new HistoryClient(config.historyUrl());
        analytics = new ServiceClient("analytics", config.analyticsUrl(), ANALYTICS_MAXIMUM);
        oldGames = new OldGames(
                games,
                games,
                history,
                departingGames,
                Duration.ofMillis(config.endedGamesKeptMs()),
                OLD_PAUSE,
                Clock.systemUTC());
        oldRooms = TicTacToeView.closedRooms(rooms, rooms, departingRooms, OLD_PAUSE, Clock.systemUTC());
        http = new HttpApi(
                config,
                new ViewAccess<>(games, games, gameFeeds),
                new ViewAccess<>(rooms, rooms, roomFeeds),
                signals,
                lobbyFollower,
                GameLogReader.of(config.logReaderSettings(), () -> new TokenVerifier(keys)),
                history,
                analytics,
                new TokenJudge(keys),
                health,
                metrics);
        try {
            HostInfo self = self(config, http.port());
            games.setSelf(self);
            rooms.setSelf(self);
            url = "http://%s:%d".formatted(config.httpHost(), http.port());
            gamesRunner =
                    runner(RobotsView.VIEW, config, self, events, signals, skipped, departingGames, games, failure);
            CompletableFuture<Throwable> roomsFailure = new CompletableFuture<>();
            // Only the rooms are away then, until the instance is started anew; DungeonInstanceGaveUp says so.
            var unused =
                    roomsFailure.thenAccept(cause -> LOG.error("Nothing can be asked about rooms any more", cause));
            roomsRunner = runner(
                    TicTacToeView.VIEW,
                    config,
                    self,
                    roomEvents,
                    signals,
                    skipped,
                    departingRooms,
                    rooms,
                    roomsFailure);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private <E extends SpecificRecord> Feeds<E> feeds(
            QueriesConfig config, View<E> view, Class<?> last, Deserializer<E> events) {
        return Feeds.of(
                config.clientSettings(),
                EventSource.of(view.module(), last, events),
                FeedLimits.standard(
                                Duration.ofMillis(config.limits().heartbeatMs()),
                                Duration.ofMillis(config.limits().eventStreamStallMs()))
                        .part(view.eighths()),
                metrics,
                tracing);
    }

    private <E extends SpecificRecord> ViewsRunner<E> runner(
            View<E> view,
            QueriesConfig config,
            HostInfo self,
            Deserializer<E> events,
            SequenceSignals signals,
            SkippedEvents skipped,
            DepartingAggregates departing,
            LateViews late,
            CompletableFuture<Throwable> failed) {
        return new ViewsRunner<>(
                view,
                StreamsSettings.of(view, config, self),
                config.clientSettings(),
                self,
                events,
                signals,
                skipped,
                departing,
                late,
                metrics,
                tracing,
                failed);
    }

    /**
     * Starts the read side. It comes back when the HTTP server listens; the views follow as soon as the broker and the
     * registry answer, and {@code /health/ready} tells how far they are.
     *
     * @throws ConfigException if a setting cannot be right
     * @throws IllegalStateException if the port is taken
     */
    public static QueriesApplication start(QueriesConfig config) {
        QueriesApplication application = new QueriesApplication(config);
        application.lobbyFollower.start();
        application.gameFeeds.start();
        application.roomFeeds.start();
        application.gamesRunner.start();
        application.roomsRunner.start();
        application.oldGames.start();
        application.oldRooms.start();
        application.background.every("Reading the keys of tokens", RemoteKeys.REFRESH, application.keys::refresh);
        LOG.info("Queries are answered on {}", application.url);
        return application;
    }

    /** Where it answers, such as {@code http://127.0.0.1:8081}. */
    public String url() {
        return url;
    }

    /** Why it cannot answer all questions at the moment; empty if it can. */
    public List<String> problems() {
        return health.problems();
    }

    @Override
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() {
        oldGames.close();
        oldRooms.close();
        background.close();
        http.close();
        history.close();
        analytics.close();
        closeRunners();
        lobbyFollower.close();
        meters.close();
        tracing.close();
    }

    /** At once, because each can take as long as there is. */
    private void closeRunners() {
        CompletableFuture<Void> rooms = CompletableFuture.runAsync(
                        roomsRunner::close, task -> new Thread(task, "rooms-close").start())
                .exceptionally(problem -> {
                    LOG.warn("The views of rooms did not end as they should", problem);
                    return null;
                });
        gamesRunner.close();
        rooms.join();
    }

    private void bindMetrics(SequenceSignals signals) {
        new MemoryMeters().bindTo(metrics);
        Gauge.builder("dungeon.queries.waiting", signals, SequenceSignals::waiting)
                .description("Requests that wait for an event")
                .register(metrics);
    }

    private static HostInfo self(QueriesConfig config, int port) {
        if (config.applicationServer().isEmpty()) {
            return new HostInfo(config.httpHost(), port);
        }
        return HostInfo.buildFromEndpoint(config.applicationServer());
    }

    private final class ApplicationHealth implements Health {
        private volatile boolean wasReady;

        @Override
        public List<String> fatalProblems() {
            return failure.isDone() ? List.of("The views have failed; see the log") : List.of();
        }

        @Override
        public List<String> problems() {
            List<String> problems = new ArrayList<>(fatalProblems());
            // Asked for while the application is still being put together, too.
            Optional.ofNullable(gamesRunner).flatMap(ViewsRunner::problem).ifPresent(problems::add);
            // Once it had all, an instance without rooms goes on to answer about games.
            if (!wasReady) {
                Optional.ofNullable(roomsRunner).flatMap(ViewsRunner::problem).ifPresent(problems::add);
            }
            lobbyFollower.problem().ifPresent(problems::add);
            if (problems.isEmpty()) {
                wasReady = true;
            }
            return problems;
        }

        @Override
        public List<String> startProblems() {
            return wasReady ? List.of() : problems();
        }
    }
}
