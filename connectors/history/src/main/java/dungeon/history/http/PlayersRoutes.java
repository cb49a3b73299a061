package dungeon.history.http;

import dungeon.history.queries.PlayersReader;
import dungeon.history.queries.PlayersReader.Player;
import dungeon.history.queries.RankingReader;
import dungeon.history.responses.PastPlayer;
import dungeon.history.responses.Ranking;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;
import java.util.List;

/** The routes about players over all games. */
final class PlayersRoutes {
    private static final String AFTER = "after";

    private final PlayersReader players;
    private final RankingReader ranking;

    PlayersRoutes(PlayersReader players, RankingReader ranking) {
        this.players = players;
        this.ranking = ranking;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "/history/players/{playerId}",
                                "A player and the player's record",
                                PastPlayer.class,
                                this::player)
                        .failing(ProblemCode.UNKNOWN_PLAYER, ProblemCode.NOT_AVAILABLE),
                Paging.OF_ROWS.on(Route.of(
                                "/history/ranking",
                                "The ranking across games, in pages, best first; practice does not count",
                                Ranking.class,
                                this::ranking)
                        .with(Parameter.number(AFTER, "Where the page begins: the `next` of the page before"))
                        .failing(ProblemCode.NOT_AVAILABLE)));
    }

    private void player(Context ctx) {
        String playerId = Parameters.pathId(ctx, "playerId");
        // Two databases have no state in common; a name is there before the first game of it ends.
        Player player = players.player(playerId)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNKNOWN_PLAYER, "The history has no player %s, or not yet".formatted(playerId)));
        RankingReader.Counted counted = ranking.of(playerId);
        answer(
                ctx,
                new PastPlayer(
                        player.playerId(),
                        player.playerName(),
                        player.guest(),
                        player.registeredAt(),
                        player.expiredAt(),
                        counted.asOf(),
                        counted.record().orElse(null)));
    }

    private void ranking(Context ctx) {
        answer(ctx, ranking.page(Parameters.number(ctx, AFTER, 0, 0, Long.MAX_VALUE), Paging.OF_ROWS.limit(ctx)));
    }

    private static void answer(Context ctx, Object answer) {
        ctx.contentType(JsonAnswers.CONTENT_TYPE).result(JsonAnswers.text(answer));
    }
}
