package dungeon.history.http;

import dungeon.history.queries.PlayersReader;
import dungeon.history.queries.PlayersReader.Player;
import dungeon.history.queries.RankingReader;
import dungeon.history.responses.PastPlayer;
import dungeon.history.responses.RankedPlayer;
import dungeon.history.responses.RankedRoomPlayer;
import dungeon.history.responses.Ranking;
import dungeon.history.responses.RoomRanking;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;

/** The routes about players over all games, and over all rounds of tic-tac-toe. */
final class PlayersRoutes {
    private final PlayersReader players;
    private final RankingReader<RankedPlayer> ranking;
    private final RankingReader<RankedRoomPlayer> roomRanking;

    PlayersRoutes(
            PlayersReader players, RankingReader<RankedPlayer> ranking, RankingReader<RankedRoomPlayer> roomRanking) {
        this.players = players;
        this.ranking = ranking;
        this.roomRanking = roomRanking;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "/history/players/{playerId}",
                                "A player and the player's records",
                                PastPlayer.class,
                                this::player)
                        .failing(ProblemCode.UNKNOWN_PLAYER, ProblemCode.NOT_AVAILABLE),
                ranking(
                        "/history/ranking",
                        "The ranking across games, in pages, best first; practice does not count",
                        Ranking.class,
                        ranking,
                        page -> new Ranking(page.asOf(), page.ended(), page.players(), page.next())),
                ranking(
                        "/history/ranking/tictactoe",
                        "The ranking of tic-tac-toe, in pages, best first; practice does not count",
                        RoomRanking.class,
                        roomRanking,
                        page -> new RoomRanking(page.asOf(), page.ended(), page.players(), page.next())));
    }

    private static <R> Route ranking(
            String path,
            String summary,
            Class<?> answer,
            RankingReader<R> reader,
            Function<RankingReader.Page<R>, ?> form) {
        return Paging.OF_ROWS.on(Route.of(
                        path,
                        summary,
                        answer,
                        ctx -> PastKind.answer(
                                ctx,
                                form.apply(reader.page(
                                        Parameters.number(ctx, Created.AFTER, 0, 0, Long.MAX_VALUE),
                                        Paging.OF_ROWS.limit(ctx)))))
                .with(Parameter.number(Created.AFTER, Created.AFTER_DESCRIPTION))
                .failing(ProblemCode.NOT_AVAILABLE));
    }

    private void player(Context ctx) {
        String playerId = Parameters.pathId(ctx, "playerId");
        // Two databases have no state in common; a name is there before the first game of it ends.
        Player player = players.player(playerId)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNKNOWN_PLAYER, "The history has no player %s, or not yet".formatted(playerId)));
        RankingReader.Counted<RankedPlayer> counted = ranking.of(playerId);
        RankingReader.Counted<RankedRoomPlayer> rounds = roomRanking.of(playerId);
        PastKind.answer(
                ctx,
                new PastPlayer(
                        player.playerId(),
                        player.playerName(),
                        player.guest(),
                        player.registeredAt(),
                        player.expiredAt(),
                        counted.asOf(),
                        counted.record().orElse(null),
                        new PastPlayer.TicTacToe(rounds.asOf(), rounds.record().orElse(null))));
    }
}
