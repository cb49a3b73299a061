package dungeon.history.http;

import dungeon.history.queries.EventsReader;
import dungeon.history.queries.GamesFilter;
import dungeon.history.queries.GamesReader;
import dungeon.history.queries.RobotsReader;
import dungeon.history.responses.EndedGames;
import dungeon.history.responses.GameResult;
import dungeon.history.responses.PastEvents;
import dungeon.history.responses.Robots;
import dungeon.platform.problem.ProblemCode;
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
    private static final String FIRST_ID = "";
    private static final PastKind KIND = new PastKind("gameId", ProblemCode.UNKNOWN_GAME, "no game %s that has ended");

    private final GamesReader games;
    private final EventsReader events;
    private final RobotsReader robots;

    GamesRoutes(GamesReader games, EventsReader events, RobotsReader robots) {
        this.games = games;
        this.events = events;
        this.robots = robots;
    }

    List<Route> routes() {
        Route list = Route.of(
                        GAMES,
                        "Games that have ended, in pages, by their ids from the last on; these begin with the time of creation, or up to a day before it where an administrator chose the id",
                        EndedGames.class,
                        this::list)
                .with(Parameter.id("playerId", "Only games in which this player took part"))
                .with(Parameter.id("mapTypeId", "Only games that were made from this map type"))
                .failing(ProblemCode.NOT_AVAILABLE);
        return List.of(
                Created.on(list, "games", "created"),
                KIND.about(GAME, "How a game ended", GameResult.class, ctx -> games.result(KIND.id(ctx))),
                KIND.events(
                        GAME + "/events",
                        "Its events, in pages",
                        PastEvents.class,
                        (ctx, from, limit) -> events.events(KIND.id(ctx), from, limit),
                        GamesRoutes::form),
                Paging.OF_ROWS.on(KIND.about(
                                GAME + "/robots",
                                "Its robots, in pages, in the order of their ids",
                                Robots.class,
                                this::robots)
                        .with(Parameter.id(Created.AFTER, Created.AFTER_DESCRIPTION))),
                KIND.events(
                                GAME + "/robots/{robotId}/events",
                                "What a robot did and suffered, in pages",
                                PastEvents.class,
                                this::eventsOfRobot,
                                GamesRoutes::form)
                        .failing(ProblemCode.UNKNOWN_ROBOT));
    }

    private static PastEvents form(EventsReader.Page page) {
        return new PastEvents(page.events(), page.next());
    }

    private void list(Context ctx) {
        PastKind.answer(
                ctx,
                games.page(new GamesFilter(
                        Parameters.queryId(ctx, "playerId").orElse(null),
                        Parameters.queryId(ctx, "mapTypeId").orElse(null),
                        Created.range(ctx))));
    }

    private Optional<Robots> robots(Context ctx) {
        String after = Parameters.queryId(ctx, Created.AFTER).orElse(FIRST_ID);
        return robots.robots(KIND.id(ctx), after, Paging.OF_ROWS.limit(ctx));
    }

    private Optional<EventsReader.Page> eventsOfRobot(Context ctx, long from, int limit) {
        String robotId = Parameters.pathId(ctx, "robotId");
        Optional<EventsReader.Page> page = robots.eventsOfRobot(KIND.id(ctx), robotId, from, limit);
        if (from == 1 && page.isPresent() && page.get().events().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_ROBOT, "There was no robot %s in this game".formatted(robotId));
        }
        return page;
    }
}
