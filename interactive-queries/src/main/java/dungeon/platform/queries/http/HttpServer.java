package dungeon.platform.queries.http;

import dungeon.platform.problem.ProblemCode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.plugin.bundled.CorsPluginConfig;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
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

/** A server of routes to GET; whatever it cannot answer is a problem with a code. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final String RETRY_AFTER = "Retry-After";
    private static final String DESCRIPTION = "openapi.json";

    private static final Set<Integer> PROTOCOL_REFUSALS =
            Set.of(HttpStatus.NOT_IMPLEMENTED_501, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505);

    private final Javalin server;

    private HttpServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param exposedHeaders which headers pages of other sites may read
     * @param meters takes what is measured of requests
     * @param more adds what this service has beyond the rest, such as its own exceptions
     * @throws IllegalStateException if the port is taken
     */
    public static HttpServer start(
            HttpServerConfig config,
            List<Route> routes,
            List<String> exposedHeaders,
            MeterRegistry meters,
            Consumer<JavalinConfig> more) {
        try {
            return new HttpServer(Javalin.create(javalin -> {
                        configure(config, javalin, exposedHeaders);
                        register(javalin, routes);
                        RequestMeters.of(javalin, meters);
                        more.accept(javalin);
                        // Around all else.
                        javalin.jetty.modifyServer(
                                server -> server.insertHandler(new ReadableAddresses(HttpServer::malformed)));
                    })
                    .start());
        } catch (JavalinBindException e) {
            throw new IllegalStateException(
                    "The port %d of %s is taken; free it, or choose another one with http.port"
                            .formatted(config.port(), config.host()),
                    e);
        }
    }

    /** The port that the server listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Answers with a problem. */
    public static void answer(Context ctx, ProblemException e) {
        if (e.code().status() == 503 || e.code().status() == 429) {
            ctx.header(RETRY_AFTER, "1");
        }
        ctx.status(e.code().status()).contentType(Problem.CONTENT_TYPE).result(JsonAnswers.text(e.problem()));
    }

    private static void configure(HttpServerConfig config, JavalinConfig javalin, List<String> exposedHeaders) {
        javalin.startup.showJavalinBanner = false;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = 0;
        javalin.bundledPlugins.enableCors(
                cors -> cors.addRule(rule -> allowOrigins(rule, config.allowedOrigins(), exposedHeaders)));
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.addCustomizer(new AnswerHeaders(config.trustedProxies()));
            // By itself the server takes a header for that of the request before, on the same connection, if they
            // differ in
            // the case of letters only. Two tokens may.
            http.setHeaderCacheCaseSensitive(true);
        });
        javalin.jetty.addConnector((server, http) -> OwnBuffers.connector(server, http, config.host(), config.port()));
        javalin.jetty.modifyServer(server -> {
            server.setErrorHandler(HttpServer::malformed);
            server.addBean(new NetworkConnectionLimit(config.connectionsMaximum(), server));
            server.addEventListener(new ConnectionBounds(config.idleMs()));
        });
    }

    private static void register(JavalinConfig javalin, List<Route> routes) {
        routes.forEach(route -> {
            javalin.routes.get(route.path(), route::handle);
            // The same status and headers, of which the server sends no body.
            javalin.routes.head(route.path(), route::handle);
        });
        String description = routes.stream()
                .map(Route::path)
                .filter(path -> path.endsWith(DESCRIPTION))
                .findFirst()
                .orElse("/" + DESCRIPTION);
        javalin.routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e));
        javalin.routes.exception(HttpResponseException.class, (e, ctx) -> refused(e, ctx, description));
        javalin.routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("Cannot answer {}", ctx.path(), e);
            answer(ctx, new ProblemException(ProblemCode.INTERNAL_ERROR, "A fault of the server; see its log"));
        });
    }

    private static void allowOrigins(CorsPluginConfig.CorsRule rule, String origins, List<String> exposedHeaders) {
        if (origins.equals("*")) {
            rule.anyHost();
        } else {
            for (String origin : origins.split("\\s*,\\s*", -1)) {
                rule.allowHost(origin);
            }
        }
        exposedHeaders.forEach(rule::exposeHeader);
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
        if (PROTOCOL_REFUSALS.contains(response.getStatus())) {
            // Of an HTTP that there is not: the sender's fault, which is not to look like one of ours.
            response.setStatus(HttpStatus.BAD_REQUEST_400);
        }
        Problem problem =
                Problem.of(response.getStatus(), "The request is not as HTTP wants it", ProblemCode.MALFORMED);
        AnswerHeaders.putOn(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        // Nobody knows any more where the next request would begin, or whether this one was a HEAD, to which a body is
        // no answer.
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        Content.Sink.write(response, true, JsonAnswers.text(problem), callback);
        return true;
    }

    /** Requests that no route takes. */
    private static void refused(HttpResponseException e, Context ctx, String description) {
        if (e instanceof MethodNotAllowedResponse) {
            ctx.header("Allow", "GET, HEAD");
            answer(ctx, new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "Here is nothing but to GET"));
        } else {
            answer(
                    ctx,
                    new ProblemException(
                            ProblemCode.UNKNOWN_ROUTE, "There is no %s; see %s".formatted(ctx.path(), description)));
        }
    }
}
