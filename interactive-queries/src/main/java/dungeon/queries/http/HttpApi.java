package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.queries.config.QueriesConfig;
import dungeon.queries.events.Feeds;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.queries.lobby.LobbySource;
import dungeon.queries.transport.Clients;
import dungeon.queries.transport.StreamPlaces;
import dungeon.queries.views.GamesReader;
import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.PartitionLocator;
import dungeon.queries.views.SequenceSignals;
import dungeon.queries.views.StoreSource;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.plugin.bundled.CorsPluginConfig;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
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
    private final Forwarder forwarder;
    private final Feeds feeds;
    private final Javalin server;

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException if the port is taken
     */
    public HttpApi(
            QueriesConfig config,
            PartitionLocator locator,
            StoreSource stores,
            SequenceSignals signals,
            Feeds feeds,
            LobbySource lobby,
            GameLogReader gameLogs,
            Health health,
            PrometheusMeterRegistry metrics) {
        Duration forwardTimeout = Duration.ofMillis(config.limits().forwardTimeoutMs());
        forwarder = new Forwarder(forwardTimeout);
        GameQueries queries = new GameQueries(
                locator,
                stores,
                signals,
                forwarder,
                executor,
                Duration.ofMillis(config.limits().atLeastTimeoutMs()),
                forwardTimeout);
        this.feeds = feeds;
        List<Route> routes = new ArrayList<>();
        routes.add(new GamesRoute(
                        locator,
                        new GamesReader(stores),
                        forwarder,
                        forwardTimeout,
                        config.limits().pageSize(),
                        config.limits().pageSizeMaximum())
                .route());
        routes.addAll(new GameRoutes(queries).routes());
        routes.addAll(new EventsRoute(
                        queries,
                        feeds,
                        new StreamPlaces(
                                config.limits().eventStreamsMaximum(),
                                StreamPlaces.RESERVED_PERCENT,
                                config.limits().eventStreamsPerAddress()),
                        new Clients(config.trustedProxies(), config.ownPrograms()))
                .routes());
        routes.add(new LogRoute(queries, gameLogs, config.limits().downloadsMaximum()).route());
        routes.addAll(new LobbyRoutes(
                        lobby,
                        executor,
                        Duration.ofMillis(config.limits().atLeastTimeoutMs()),
                        config.limits().pageSize(),
                        config.limits().pageSizeMaximum())
                .routes());
        routes.addAll(new OperatorRoutes(health, metrics).routes());
        routes.add(OpenApiRoute.route(List.copyOf(routes)));
        server = start(config, locator, routes);
    }

    /** The port that the server listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        feeds.close();
        server.stop();
        forwarder.close();
        executor.shutdown();
    }

    private static Javalin start(QueriesConfig config, PartitionLocator locator, List<Route> routes) {
        try {
            return Javalin.create(javalin -> configure(config, javalin, locator, routes))
                    .start(config.httpHost(), config.httpPort());
        } catch (JavalinBindException e) {
            throw new IllegalStateException(
                    "The port %d of %s is taken; free it, or choose another one with http.port"
                            .formatted(config.httpPort(), config.httpHost()),
                    e);
        }
    }

    private static void allowOrigins(CorsPluginConfig.CorsRule rule, String origins) {
        if (origins.equals("*")) {
            rule.anyHost();
        } else {
            for (String origin : origins.split("\\s*,\\s*", -1)) {
                rule.allowHost(origin);
            }
        }
        rule.exposeHeader(Headers.SEQUENCE);
        rule.exposeHeader(Headers.STALE);
        rule.exposeHeader(Headers.INSTANCE);
        rule.exposeHeader(Headers.RETRY_AFTER);
    }

    private static void configure(
            QueriesConfig config, JavalinConfig javalin, PartitionLocator locator, List<Route> routes) {
        javalin.startup.showJavalinBanner = false;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = 0;
        javalin.bundledPlugins.enableCors(cors -> cors.addRule(rule -> allowOrigins(rule, config.allowedOrigins())));
        javalin.jetty.modifyServer(server -> {
            server.setErrorHandler(HttpApi::malformed);
            server.addBean(new NetworkConnectionLimit(config.limits().connectionsMaximum(), server));
            server.addEventListener(new ConnectionBounds(config.limits().idleMs()));
        });
        javalin.routes.before(ctx -> ctx.header(Headers.INSTANCE, Forwarder.name(locator.self())));
        routes.forEach(route -> {
            javalin.routes.get(route.path(), route::handle);
            // The same status and headers, of which the server sends no body.
            javalin.routes.head(route.path(), route::handle);
        });
        javalin.routes.exception(ProblemException.class, (e, ctx) -> writeTo(ctx, e));
        javalin.routes.exception(NotAvailableException.class, (e, ctx) -> {
            LOG.debug("Not available", e);
            writeTo(ctx, new ProblemException(ProblemCode.NOT_AVAILABLE, e.getMessage()));
        });
        javalin.routes.exception(InvalidStateStoreException.class, (e, ctx) -> {
            LOG.debug("A store was closed while it was read", e);
            writeTo(ctx, new ProblemException(ProblemCode.NOT_AVAILABLE, "The games are moving elsewhere"));
        });
        javalin.routes.exception(HttpResponseException.class, HttpApi::refused);
        javalin.routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("Cannot answer {}", ctx.path(), e);
            writeTo(ctx, new ProblemException(ProblemCode.INTERNAL_ERROR, "A fault of the server; see its log"));
        });
    }

    /**
     * Bounds what a connection can take.
     *
     * @param idleMs how long it may be silent
     */
    private record ConnectionBounds(long idleMs) implements LifeCycle.Listener {
        /** What the system keeps for a client that reads nothing; by itself it lets that grow to megabytes. */
        private static final int SEND_BYTES = 256 * 1024;

        @Override
        public void lifeCycleStarting(LifeCycle server) {
            for (Connector connector : ((Server) server).getConnectors()) {
                ((ServerConnector) connector).setAcceptedSendBufferSize(SEND_BYTES);
                ((ServerConnector) connector).setIdleTimeout(idleMs);
            }
        }
    }

    /** Requests that are no proper HTTP, which the server refuses before it looks for a route. */
    private static boolean malformed(Request request, Response response, Callback callback) {
        Problem problem =
                Problem.of(response.getStatus(), "The request is not as HTTP wants it", ProblemCode.MALFORMED);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        Content.Sink.write(response, true, Json.text(problem), callback);
        return true;
    }

    /** Requests that no route takes. */
    private static void refused(HttpResponseException e, Context ctx) {
        if (e instanceof MethodNotAllowedResponse) {
            ctx.header("Allow", "GET, HEAD");
            writeTo(ctx, new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "Here is nothing but to GET"));
        } else {
            writeTo(
                    ctx,
                    new ProblemException(
                            ProblemCode.UNKNOWN_ROUTE, "There is no %s; see /openapi.json".formatted(ctx.path())));
        }
    }

    private static void writeTo(Context ctx, ProblemException e) {
        if (e.code().status() == 503 || e.code().status() == 429) {
            ctx.header(Headers.RETRY_AFTER, "1");
        }
        ctx.status(e.code().status()).contentType(Problem.CONTENT_TYPE).result(Json.text(e.problem()));
    }
}
