package dungeon.history.http;

import dungeon.history.db.DatabaseReader;
import dungeon.history.db.DatabaseUnavailableException;
import dungeon.history.db.RankingRefresh;
import dungeon.history.queries.EventLog;
import dungeon.history.queries.EventsReader;
import dungeon.history.queries.GamesReader;
import dungeon.history.queries.PersonalDataReader;
import dungeon.history.queries.PlayersReader;
import dungeon.history.queries.RankingReader;
import dungeon.history.queries.RobotsReader;
import dungeon.history.queries.RoomsReader;
import dungeon.history.responses.RankedPlayer;
import dungeon.history.responses.RankedRoomPlayer;
import dungeon.platform.operator.Health;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.HttpServer;
import dungeon.platform.queries.http.HttpServerConfig;
import dungeon.platform.queries.http.OperatorRoutes;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import dungeon.queries.openapi.OpenApiRoute;
import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server with all routes of the history. */
public final class HistoryApi {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryApi.class);

    private HistoryApi() {}

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException if the port is taken
     */
    public static HttpServer start(
            HttpServerConfig config,
            DatabaseReader history,
            DatabaseReader users,
            Health health,
            PrometheusMeterRegistry metrics) {
        List<Route> routes = new ArrayList<>();
        EventsReader gameEvents = new EventsReader(history, EventLog.GAMES);
        routes.addAll(
                new GamesRoutes(new GamesReader(history), gameEvents, new RobotsReader(history, gameEvents)).routes());
        routes.addAll(new RoomsRoutes(new RoomsReader(history), new EventsReader(history, EventLog.ROOMS)).routes());
        routes.addAll(new PlayersRoutes(
                        new PlayersReader(users),
                        new RankingReader<>(history, RankingRefresh.Ranking.GAMES, RankedPlayer.class),
                        new RankingReader<>(history, RankingRefresh.Ranking.ROOMS, RankedRoomPlayer.class))
                .routes());
        routes.addAll(new PersonalDataRoutes(new PlayersReader(users), new PersonalDataReader(users)).routes());
        routes.addAll(new OperatorRoutes(health, metrics).routes());
        routes.add(OpenApiRoute.route(
                "/history/openapi.json",
                "Microservice Dungeon: history",
                "Games that have ended and rooms that are closed, and what they came to. Fields without a value are left out; times are in UTC; ids are UUIDs in lower case.",
                Map.of(),
                List.copyOf(routes)));
        return HttpServer.start(config, routes, List.of("Retry-After"), metrics, HistoryApi::configure);
    }

    private static void configure(JavalinConfig javalin) {
        javalin.routes.exception(DatabaseUnavailableException.class, (e, ctx) -> {
            LOG.debug("Not available", e);
            HttpServer.answer(ctx, new ProblemException(ProblemCode.NOT_AVAILABLE, e.getMessage()));
        });
    }
}
