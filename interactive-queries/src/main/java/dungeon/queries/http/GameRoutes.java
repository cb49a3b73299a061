package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import dungeon.queries.responses.AccountResponse;
import dungeon.queries.responses.GameResponse;
import dungeon.queries.responses.GamesResponse;
import dungeon.queries.responses.MapResponse;
import dungeon.queries.responses.MineResponse;
import dungeon.queries.responses.MinesResponse;
import dungeon.queries.responses.RobotResponse;
import dungeon.queries.responses.RobotsResponse;
import dungeon.queries.responses.ScoreboardResponse;
import dungeon.queries.responses.SnapshotResponse;
import dungeon.queries.robots.GameReader;
import dungeon.schemas.GameState;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.Robot;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The routes about games. */
final class GameRoutes {
    static final ListRoute.Form<GameReader, GameResponse, GamesResponse> LIST = new ListRoute.Form<>(
            AggregateKind.GAME.collection(),
            ListRoute.names(GameState.values()),
            GameRoutes::brief,
            GameResponse::gameId,
            GamesResponse.class,
            GamesResponse::new);

    private static final String PLAYER_ID = "playerId";
    private static final String ROBOT_ID = "robotId";

    private final AggregateQueries<GameReader> queries;
    private final MovedToHistory moved;

    GameRoutes(AggregateQueries<GameReader> queries, MovedToHistory moved) {
        this.queries = queries;
        this.moved = moved;
    }

    List<Route> routes() {
        return List.of(
                about("/games/{gameId}", "One game", GameResponse.class, ctx -> GameRoutes::game),
                about("/games/{gameId}/map", "Its map", MapResponse.class, ctx -> GameRoutes::map),
                about("/games/{gameId}/robots", "Its robots", RobotsResponse.class, GameRoutes::robots)
                        .with(Parameter.id(PLAYER_ID, "Only the robots of this player")),
                about("/games/{gameId}/robots/{robotId}", "One robot", RobotResponse.class, GameRoutes::robot)
                        .failing(ProblemCode.UNKNOWN_ROBOT),
                about("/games/{gameId}/mines", "Its mines", MinesResponse.class, ctx -> GameRoutes::mines),
                about(
                                "/games/{gameId}/accounts/{playerId}",
                                "What a player has in the game",
                                AccountResponse.class,
                                GameRoutes::account)
                        .failing(ProblemCode.UNKNOWN_PLAYER),
                about(
                        "/games/{gameId}/scoreboard",
                        "Its rankings",
                        ScoreboardResponse.class,
                        ctx -> GameRoutes::scoreboard),
                about(
                        "/games/{gameId}/snapshot",
                        "All of it at once, to go on from with its events",
                        SnapshotResponse.class,
                        true,
                        ctx -> game -> SnapshotResponse.of(game, Instant.now().truncatedTo(ChronoUnit.MILLIS))));
    }

    private Route about(
            String path, String summary, Class<?> answer, Function<Context, QueryHandler<GameReader>> handler) {
        return about(path, summary, answer, false, handler);
    }

    private Route about(
            String path,
            String summary,
            Class<?> answer,
            boolean exact,
            Function<Context, QueryHandler<GameReader>> handler) {
        return Headers.ofAnAggregate(
                        Route.of(path, summary, answer, ctx -> handle(ctx, exact, handler.apply(ctx))),
                        queries.kind().name())
                .with(Parameter.number(
                        Parameter.AT_LEAST, "Wait, for a short time, until the answer includes this event"))
                .failing(ProblemCode.UNKNOWN_GAME, ProblemCode.NOT_YET, ProblemCode.NOT_AVAILABLE);
    }

    private void handle(Context ctx, boolean exact, QueryHandler<GameReader> handler) {
        AggregateQuery<GameReader> query = AggregateQuery.of(ctx, queries.kind(), ctx.path(), exact, handler);
        ctx.future(() -> moved.orMoved(ctx, queries.ask(query)).thenAccept(reply -> reply.writeTo(ctx)));
    }

    /** Null if the game is leaving. */
    private static GameResponse brief(GameReader reader) {
        Game game = reader.game();
        return game == null ? null : GameResponse.brief(game, reader.accounts());
    }

    static GameResponse game(GameReader game) {
        return GameResponse.of(game.game(), game.accounts());
    }

    private static MapResponse map(GameReader game) {
        return MapResponse.of(game.game(), game.tiles());
    }

    private static QueryHandler<GameReader> robots(Context ctx) {
        Optional<String> playerId = Parameters.queryId(ctx, PLAYER_ID);
        return game -> {
            Instant now = Instant.now();
            Game itself = game.game();
            return new RobotsResponse(game.robots().stream()
                    .filter(robot -> playerId.isEmpty() || playerId.get().equals(robot.getPlayerId()))
                    .map(robot -> RobotResponse.of(robot, itself, now))
                    .toList());
        };
    }

    private static QueryHandler<GameReader> robot(Context ctx) {
        String robotId = Parameters.pathId(ctx, ROBOT_ID);
        return game -> {
            Robot robot = game.robot(robotId);
            if (robot == null) {
                throw new ProblemException(
                        ProblemCode.UNKNOWN_ROBOT, "There is no robot %s in this game".formatted(robotId));
            }
            return RobotResponse.of(robot, game.game(), Instant.now());
        };
    }

    private static MinesResponse mines(GameReader game) {
        return new MinesResponse(game.mines().stream().map(MineResponse::of).toList());
    }

    private static QueryHandler<GameReader> account(Context ctx) {
        String playerId = Parameters.pathId(ctx, PLAYER_ID);
        return game -> {
            Account account = game.account(playerId);
            if (account == null) {
                throw new ProblemException(
                        ProblemCode.UNKNOWN_PLAYER, "The player %s is not in this game".formatted(playerId));
            }
            return AccountResponse.of(account);
        };
    }

    private static ScoreboardResponse scoreboard(GameReader game) {
        return ScoreboardResponse.of(game.game(), game.sequence(), game.accounts());
    }
}
