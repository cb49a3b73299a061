package dungeon.history.http;

import dungeon.history.queries.GamesFilter;
import dungeon.history.queries.GamesReader;
import dungeon.history.queries.TimelineReader;
import dungeon.history.responses.EndedGames;
import dungeon.history.responses.GameResult;
import dungeon.history.responses.PastEvents;
import dungeon.history.responses.Robots;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The routes about games that have ended. */
final class GamesRoutes {
    private static final String GAMES = "/history/games";
    private static final String GAME = GAMES + "/{gameId}";
    private static final String AFTER = "after";
    private static final String AFTER_DESCRIPTION = "Where the page begins: the `next` of the page before";
    private static final String FROM = "from";
    private static final String FROM_DESCRIPTION = "The number of the first event that is wanted; 1 by default";
    private static final String FIRST_ID = "";

    private final GamesReader games;
    private final TimelineReader timelines;

    GamesRoutes(GamesReader games, TimelineReader timelines) {
        this.games = games;
        this.timelines = timelines;
    }

    List<Route> routes() {
        Route list = Route.of(
                        GAMES,
                        "Games that have ended, in pages, by their ids from the last on; these begin with the time of creation, or up to a day before it where an administrator chose the id",
                        EndedGames.class,
                        this::list)
                .with(Parameter.id("playerId", "Only games in which this player took part"))
                .with(Parameter.id("mapTypeId", "Only games that were made from this map type"))
                .with(Parameter.time("since", "Only games that were created then or later"))
                .with(Parameter.time("until", "Only games that were created before"))
                .with(Parameter.id(AFTER, AFTER_DESCRIPTION))
                .failing(ProblemCode.NOT_AVAILABLE);
        return List.of(
                Paging.OF_ROWS.on(list),
                about(GAME, "How a game ended", GameResult.class, ctx -> games.result(gameId(ctx))),
                Paging.OF_EVENTS.on(about(GAME + "/events", "Its events, in pages", PastEvents.class, this::events)
                        .with(Parameter.number(FROM, FROM_DESCRIPTION))),
                Paging.OF_ROWS.on(about(
                                GAME + "/robots",
                                "Its robots, in pages, in the order of their ids",
                                Robots.class,
                                this::robots)
                        .with(Parameter.id(AFTER, AFTER_DESCRIPTION))),
                Paging.OF_EVENTS.on(about(
                                GAME + "/robots/{robotId}/events",
                                "What a robot did and suffered, in pages",
                                PastEvents.class,
                                this::eventsOfRobot)
                        .with(Parameter.number(FROM, FROM_DESCRIPTION))
                        .failing(ProblemCode.UNKNOWN_ROBOT)));
    }

    /** What can be asked of a game. */
    private interface Question {
        /** The answer; empty if there is no such game, or it has not ended. */
        Optional<?> answer(Context ctx);
    }

    private static Route about(String path, String summary, Class<?> answer, Question question) {
        return Route.of(
                        path,
                        summary,
                        answer,
                        ctx -> answer(
                                ctx,
                                question.answer(ctx)
                                        .orElseThrow(() -> new ProblemException(
                                                ProblemCode.UNKNOWN_GAME,
                                                "The history has no game %s that has ended, or not yet"
                                                        .formatted(gameId(ctx))))))
                .failing(ProblemCode.UNKNOWN_GAME, ProblemCode.NOT_AVAILABLE);
    }

    private void list(Context ctx) {
        answer(
                ctx,
                games.page(new GamesFilter(
                        Parameters.queryId(ctx, "playerId").orElse(null),
                        Parameters.queryId(ctx, "mapTypeId").orElse(null),
                        Parameters.time(ctx, "since").orElse(null),
                        Parameters.time(ctx, "until").orElse(null),
                        Parameters.queryId(ctx, AFTER).orElse(null),
                        Paging.OF_ROWS.limit(ctx))));
    }

    private Optional<PastEvents> events(Context ctx) {
        return timelines.events(gameId(ctx), from(ctx), Paging.OF_EVENTS.limit(ctx));
    }

    private Optional<Robots> robots(Context ctx) {
        String after = Parameters.queryId(ctx, AFTER).orElse(FIRST_ID);
        return timelines.robots(gameId(ctx), after, Paging.OF_ROWS.limit(ctx));
    }

    private Optional<PastEvents> eventsOfRobot(Context ctx) {
        String robotId = Parameters.pathId(ctx, "robotId");
        long from = from(ctx);
        Optional<PastEvents> page = timelines.eventsOfRobot(gameId(ctx), robotId, from, Paging.OF_EVENTS.limit(ctx));
        if (from == 1 && page.isPresent() && page.get().events().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_ROBOT, "There was no robot %s in this game".formatted(robotId));
        }
        return page;
    }

    private static String gameId(Context ctx) {
        return Parameters.pathId(ctx, "gameId");
    }

    private static long from(Context ctx) {
        return Parameters.number(ctx, FROM, 1, 1, Long.MAX_VALUE);
    }

    private static void answer(Context ctx, Object answer) {
        ctx.contentType(JsonAnswers.CONTENT_TYPE).result(JsonAnswers.text(answer));
    }
}
