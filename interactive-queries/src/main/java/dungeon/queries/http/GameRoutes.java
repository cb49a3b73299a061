package dungeon.queries.http;

import dungeon.queries.answers.AccountAnswer;
import dungeon.queries.answers.GameAnswer;
import dungeon.queries.answers.MapAnswer;
import dungeon.queries.answers.MineAnswer;
import dungeon.queries.answers.MinesAnswer;
import dungeon.queries.answers.RobotAnswer;
import dungeon.queries.answers.RobotsAnswer;
import dungeon.queries.answers.ScoreboardAnswer;
import dungeon.queries.views.GameReader;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Robot;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The routes about one game. */
final class GameRoutes {
    private static final String PLAYER_ID = "playerId";
    private static final String ROBOT_ID = "robotId";

    private final GameQueries queries;

    GameRoutes(GameQueries queries) {
        this.queries = queries;
    }

    List<Route> routes() {
        return List.of(
                about("/games/{gameId}", "One game", GameAnswer.class, ctx -> GameRoutes::game),
                about("/games/{gameId}/map", "Its map", MapAnswer.class, ctx -> GameRoutes::map),
                about("/games/{gameId}/robots", "Its robots", RobotsAnswer.class, GameRoutes::robots)
                        .with(Parameter.id(PLAYER_ID, "Only the robots of this player")),
                about("/games/{gameId}/robots/{robotId}", "One robot", RobotAnswer.class, GameRoutes::robot)
                        .failing(ProblemCode.UNKNOWN_ROBOT),
                about("/games/{gameId}/mines", "Its mines", MinesAnswer.class, ctx -> GameRoutes::mines),
                about(
                                "/games/{gameId}/accounts/{playerId}",
                                "What a player has in the game",
                                AccountAnswer.class,
                                GameRoutes::account)
                        .failing(ProblemCode.UNKNOWN_PLAYER),
                about(
                        "/games/{gameId}/scoreboard",
                        "Its rankings",
                        ScoreboardAnswer.class,
                        ctx -> GameRoutes::scoreboard));
    }

    private Route about(String path, String summary, Class<?> answer, Function<Context, Question> question) {
        return Route.of(path, summary, answer, ctx -> handle(ctx, question.apply(ctx)))
                .with(Parameter.number(
                        Parameter.AT_LEAST, "Wait, for a short time, until the answer includes this event"))
                .failing(
                        ProblemCode.MALFORMED,
                        ProblemCode.UNKNOWN_GAME,
                        ProblemCode.NOT_YET,
                        ProblemCode.NOT_AVAILABLE);
    }

    private void handle(Context ctx, Question question) {
        GameQuery query = queryOf(ctx, ctx.path(), question);
        ctx.future(() -> queries.ask(query).thenAccept(reply -> reply.writeTo(ctx)));
    }

    /** The question of a request, asked of other instances under a path. */
    static GameQuery queryOf(Context ctx, String path, Question question) {
        String query = ctx.queryString();
        return new GameQuery(
                Parameters.pathId(ctx, "gameId"),
                Parameters.number(ctx, Parameter.AT_LEAST, 0, 0, Long.MAX_VALUE),
                query == null ? path : path + "?" + query,
                Parameters.role(ctx),
                question);
    }

    static GameAnswer game(GameReader game) {
        return GameAnswer.of(game.game(), game.accounts());
    }

    private static MapAnswer map(GameReader game) {
        return MapAnswer.of(game.game(), game.tiles());
    }

    private static Question robots(Context ctx) {
        Optional<String> playerId = Parameters.queryId(ctx, PLAYER_ID);
        return game -> new RobotsAnswer(game.robots().stream()
                .filter(robot -> playerId.isEmpty() || playerId.get().equals(robot.getPlayerId()))
                .map(RobotAnswer::of)
                .toList());
    }

    private static Question robot(Context ctx) {
        String robotId = Parameters.pathId(ctx, ROBOT_ID);
        return game -> {
            Robot robot = game.robot(robotId);
            if (robot == null) {
                throw new ProblemException(
                        ProblemCode.UNKNOWN_ROBOT, "There is no robot %s in this game".formatted(robotId));
            }
            return RobotAnswer.of(robot);
        };
    }

    private static MinesAnswer mines(GameReader game) {
        return new MinesAnswer(game.mines().stream().map(MineAnswer::of).toList());
    }

    private static Question account(Context ctx) {
        String playerId = Parameters.pathId(ctx, PLAYER_ID);
        return game -> {
            Account account = game.account(playerId);
            if (account == null) {
                throw new ProblemException(
                        ProblemCode.UNKNOWN_PLAYER, "The player %s is not in this game".formatted(playerId));
            }
            return AccountAnswer.of(account);
        };
    }

    private static ScoreboardAnswer scoreboard(GameReader game) {
        return ScoreboardAnswer.of(game.game(), game.sequence(), game.accounts());
    }
}
