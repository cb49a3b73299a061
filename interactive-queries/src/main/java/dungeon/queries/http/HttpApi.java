package dungeon.queries.http;

import dungeon.platform.operator.Health;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.HttpServer;
import dungeon.platform.queries.http.HttpServerConfig;
import dungeon.platform.queries.http.OperatorRoutes;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import dungeon.platform.token.TokenJudge;
import dungeon.queries.asyncapi.AsyncApiRoute;
import dungeon.queries.config.QueriesConfig;
import dungeon.queries.events.Feeds;
import dungeon.queries.feed.Audience;
import dungeon.queries.feed.FeedSockets;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.queries.history.HistoryClient;
import dungeon.queries.history.MovedException;
import dungeon.queries.lobby.LobbySource;
import dungeon.queries.openapi.OpenApiRoute;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.presence.PresenceKeeper;
import dungeon.queries.responses.GameResponse;
import dungeon.queries.responses.GamesResponse;
import dungeon.queries.responses.PageResponse;
import dungeon.queries.robots.GameReader;
import dungeon.queries.robots.RobotsView;
import dungeon.queries.tictactoe.RoomReader;
import dungeon.queries.tictactoe.TicTacToeView;
import dungeon.queries.transport.Clients;
import dungeon.queries.transport.ServiceClient;
import dungeon.queries.transport.StreamPlaces;
import dungeon.queries.views.AggregateReader;
import dungeon.queries.views.AggregatesReader;
import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.PartitionLocator;
import dungeon.schemas.Event;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server with all routes. */
public final class HttpApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

    /** For answers that had to wait, for an event or for another instance. */
    private static final int WAITING_ANSWER_THREADS = 16;

    private final ExecutorService executor = Executors.newFixedThreadPool(WAITING_ANSWER_THREADS, task -> {
        Thread thread = new Thread(task, "waiting-answer");
        thread.setDaemon(true);
        return thread;
    });
    private static final int MOVED = 308;

    private final Forwarder forwarder;
    private final List<Feeds<?>> feeds;
    private final FeedSockets sockets;
    /** Null where there is no command-ingest to tell it. */
    private final PresenceKeeper presence;

    private final HttpServer server;

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException if the port is taken
     */
    public HttpApi(
            QueriesConfig config,
            ViewAccess<Event> games,
            ViewAccess<TicTacToeEvent> rooms,
            SequenceSignals signals,
            LobbySource lobby,
            GameLogReader gameLogs,
            HistoryClient history,
            ServiceClient analytics,
            TokenJudge tokens,
            Health health,
            PrometheusMeterRegistry metrics) {
        Duration forwardTimeout = Duration.ofMillis(config.limits().forwardTimeoutMs());
        forwarder = new Forwarder(forwardTimeout);
        AggregateQueries<GameReader> gameQueries = queries(AggregateKind.GAME, games, signals, config);
        AggregateQueries<RoomReader> roomQueries = queries(AggregateKind.ROOM, rooms, signals, config);
        feeds = List.of(games.feeds(), rooms.feeds());
        MovedToHistory movedGames = new MovedToHistory(
                AggregateKind.GAME, history, Duration.ofMillis(config.endedGamesKeptMs()), InstantSource.system());
        MovedToHistory movedRooms = new MovedToHistory(
                AggregateKind.ROOM, history, TicTacToeView.CLOSED_ROOMS_KEPT, InstantSource.system());
        List<Route> routes = new ArrayList<>();
        ListRoute<GameReader, GameResponse, GamesResponse> gameList =
                list(GameRoutes.LIST, games, RobotsView.list(games.stores()), config);
        routes.add(gameList.route());
        routes.addAll(new GameRoutes(gameQueries, movedGames).routes());
        routes.add(list(RoomRoutes.LIST, rooms, TicTacToeView.list(rooms.stores()), config)
                .route());
        routes.add(new RoomRoutes(roomQueries, movedRooms).route());
        StreamPlaces places = new StreamPlaces(
                config.limits().eventStreamsMaximum(),
                StreamPlaces.RESERVED_PERCENT,
                config.limits().eventStreamsPerAddress());
        Clients clients = new Clients(config.trustedProxies(), config.ownPrograms());
        EventFinder<GameReader> gameEvents = new EventFinder<>(gameQueries, games.feeds(), movedGames);
        EventFinder<RoomReader> roomEvents = new EventFinder<>(roomQueries, rooms.feeds(), movedRooms);
        presence = config.ingestUrl().isEmpty()
                ? null
                : new PresenceKeeper(tokens, new RoomSeats(roomQueries), config.ingestUrl(), InstantSource.system());
        if (presence != null) {
            rooms.feeds().tap(presence);
        }
        sockets = new FeedSockets(
                new FeedSockets.Followed<>(gameEvents, games.feeds(), Audience.UNNOTICED),
                new FeedSockets.Followed<>(roomEvents, rooms.feeds(), presence == null ? Audience.UNNOTICED : presence),
                new PlayersGames(gameList, config.limits().pageSizeMaximum()),
                tokens,
                places,
                clients,
                Duration.ofMillis(config.limits().heartbeatMs()),
                Duration.ofMillis(config.limits().eventStreamStallMs()));
        routes.addAll(new EventsRoute<>(gameQueries, games.feeds(), gameEvents, places, clients, movedGames).routes());
        routes.addAll(new EventsRoute<>(roomQueries, rooms.feeds(), roomEvents, places, clients, movedRooms).routes());
        routes.add(new LogRoute(gameQueries, gameLogs, history, config.limits().downloadsMaximum()).route());
        routes.addAll(new LobbyRoutes(
                        lobby,
                        executor,
                        Duration.ofMillis(config.limits().atLeastTimeoutMs()),
                        config.limits().pageSize(),
                        config.limits().pageSizeMaximum())
                .routes());
        routes.add(new OwnDataRoute(tokens, history, InstantSource.system()).route());
        routes.addAll(new OperatorRoutes(health, metrics).routes());
        routes.add(AsyncApiRoute.route("/asyncapi.json"));
        routes.add(OpenApiRoute.route(
                "/openapi.json",
                "Microservice Dungeon: interactive queries",
                "What goes on in the games. Fields without a value are left out; times are in UTC; ids are UUIDs in lower case. Games that ended long ago, and rooms that were closed an hour ago, have left for the history: what is asked of them is answered with 308 and the place there.",
                Map.of(Headers.INSTANCE, "The instance that answered"),
                List.copyOf(routes)));
        server = HttpServer.start(
                new HttpServerConfig(
                        config.httpHost(),
                        config.httpPort(),
                        config.allowedOrigins(),
                        config.limits().connectionsMaximum(),
                        config.limits().idleMs(),
                        config.trustedProxies()),
                routes,
                List.of(Headers.SEQUENCE, Headers.STALE, Headers.INSTANCE, Headers.RETRY_AFTER),
                metrics,
                javalin -> {
                    configure(javalin, games.locator(), List.of(history.service(), analytics));
                    javalin.jetty.modifyServletContextHandler(sockets::register);
                    Page.register(javalin);
                    if (!config.ingestUrl().isEmpty()) {
                        javalin.jetty.modifyServer(server ->
                                server.insertHandler(new IngestDoor(config.ingestUrl(), config.allowedOrigins())));
                    }
                });
    }

    /** The port that the server listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        // First, so that nobody is taken for gone whose connection ends with this instance.
        if (presence != null) {
            presence.close();
        }
        feeds.forEach(Feeds::close);
        sockets.close();
        server.close();
        forwarder.close();
        executor.shutdown();
    }

    private <R extends AggregateReader> AggregateQueries<R> queries(
            AggregateKind<R> kind, ViewAccess<?> access, SequenceSignals signals, QueriesConfig config) {
        return new AggregateQueries<>(
                kind,
                access.locator(),
                access.stores(),
                signals,
                forwarder,
                executor,
                Duration.ofMillis(config.limits().atLeastTimeoutMs()),
                Duration.ofMillis(config.limits().forwardTimeoutMs()));
    }

    private <R extends AggregateReader, A, P extends PageResponse<A>> ListRoute<R, A, P> list(
            ListRoute.Form<R, A, P> form, ViewAccess<?> access, AggregatesReader<R> aggregates, QueriesConfig config) {
        return new ListRoute<>(
                form,
                access.locator(),
                aggregates,
                forwarder,
                Duration.ofMillis(config.limits().forwardTimeoutMs()),
                config.limits().pageSize(),
                config.limits().pageSizeMaximum());
    }

    private static void configure(JavalinConfig javalin, PartitionLocator locator, List<ServiceClient> behindTheDoor) {
        behindTheDoor.forEach(service -> new OneDoor(service).register(javalin));
        javalin.routes.exception(
                MovedException.class, (e, ctx) -> ctx.status(MOVED).header("Location", e.place()));
        javalin.routes.before(ctx -> ctx.header(Headers.INSTANCE, Forwarder.name(locator.self())));
        javalin.routes.exception(NotAvailableException.class, (e, ctx) -> {
            LOG.debug("Not available", e);
            HttpServer.answer(ctx, new ProblemException(ProblemCode.NOT_AVAILABLE, e.getMessage()));
        });
        javalin.routes.exception(InvalidStateStoreException.class, (e, ctx) -> {
            LOG.debug("A store was closed while it was read", e);
            HttpServer.answer(
                    ctx, new ProblemException(ProblemCode.NOT_AVAILABLE, "What is asked for is moving elsewhere"));
        });
    }
}
