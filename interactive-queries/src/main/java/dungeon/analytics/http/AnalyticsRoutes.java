package dungeon.analytics.http;

import dungeon.analytics.responses.Activity;
import dungeon.analytics.responses.Kills;
import dungeon.analytics.responses.Leaderboard;
import dungeon.analytics.responses.Sales;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The routes about windows. Each key's figures are on one instance, so the lists of all instances together are the answer. */
final class AnalyticsRoutes {
    private static final int SALES_MINUTES_MAXIMUM = 24 * 60;
    private static final int KILLS_MINUTES_MAXIMUM = 60;
    private static final int KILLS_ROWS_MAXIMUM = 1_000;
    private static final int DAYS_MAXIMUM = 29;
    private static final int PLAYERS_MAXIMUM = 200;
    private static final int PLAYERS = 50;
    private static final int MINUTES = 60;
    private static final int MINUTES_OF_KILLS = 5;

    private final LiveFigures figures;
    private final OtherInstances others;
    private final InstantSource clock;

    AnalyticsRoutes(LiveFigures figures, OtherInstances others, InstantSource clock) {
        this.figures = figures;
        this.others = others;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.of("/analytics/sales", "What is sold of each resource, by minute", Sales.class, this::sales)
                        .with(Parameter.number(
                                "minutes",
                                "How far back, 1 to %d; %d by default".formatted(SALES_MINUTES_MAXIMUM, MINUTES)))
                        .failing(ProblemCode.NOT_AVAILABLE),
                Route.of(
                                "/analytics/kills",
                                "Who destroys robots, in windows of five minutes",
                                Kills.class,
                                this::kills)
                        .with(Parameter.number(
                                "minutes",
                                "How far back windows begin, 1 to %d; %d by default"
                                        .formatted(KILLS_MINUTES_MAXIMUM, MINUTES_OF_KILLS)))
                        .failing(ProblemCode.NOT_AVAILABLE),
                Route.of("/analytics/leaderboard", "Who is best on a day", Leaderboard.class, this::leaderboard)
                        .with(Parameter.number(
                                "daysAgo", "Which day, 0 to %d; today by default".formatted(DAYS_MAXIMUM)))
                        .with(Parameter.number(
                                "limit",
                                "How many players, 1 to %d; %d by default".formatted(PLAYERS_MAXIMUM, PLAYERS)))
                        .failing(ProblemCode.NOT_AVAILABLE),
                Route.of(
                                "/analytics/players/{playerId}/activity",
                                "When a player was active in the last days",
                                Activity.class,
                                this::activity)
                        .failing(ProblemCode.NOT_AVAILABLE));
    }

    private void sales(Context ctx) {
        long minutes = Parameters.number(ctx, "minutes", MINUTES, 1, SALES_MINUTES_MAXIMUM);
        Instant now = clock.instant();
        List<Sales.OfMinute> own = figures.sales(now.minus(Duration.ofMinutes(minutes)), now);
        answer(ctx, own, Sales.class, Sales::minutes, (rows, missing) -> {
            rows.sort(Comparator.comparing(Sales.OfMinute::from).reversed().thenComparing(Sales.OfMinute::resource));
            return new Sales(rows, missing);
        });
    }

    private void kills(Context ctx) {
        long minutes = Parameters.number(ctx, "minutes", MINUTES_OF_KILLS, 1, KILLS_MINUTES_MAXIMUM);
        Instant now = clock.instant();
        List<Kills.KillsOfPlayer> own = figures.kills(now.minus(Duration.ofMinutes(minutes)), now);
        answer(ctx, own, Kills.class, Kills::windows, (rows, missing) -> {
            rows.sort(Comparator.comparing(Kills.KillsOfPlayer::from)
                    .thenComparingLong(Kills.KillsOfPlayer::kills)
                    .reversed()
                    .thenComparing(Kills.KillsOfPlayer::playerId));
            return new Kills(rows.subList(0, Math.min(rows.size(), KILLS_ROWS_MAXIMUM)), missing);
        });
    }

    private void leaderboard(Context ctx) {
        long daysAgo = Parameters.number(ctx, "daysAgo", 0, 0, DAYS_MAXIMUM);
        int limit = (int) Parameters.number(ctx, "limit", PLAYERS, 1, PLAYERS_MAXIMUM);
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(daysAgo));
        answer(ctx, figures.day(day), Leaderboard.class, Leaderboard::players, (rows, missing) -> {
            rows.sort(Comparator.comparingLong(Leaderboard.DayOfPlayer::points)
                    .thenComparingLong(Leaderboard.DayOfPlayer::wins)
                    .reversed()
                    .thenComparing(Leaderboard.DayOfPlayer::playerId));
            return new Leaderboard(day, rows.subList(0, Math.min(rows.size(), limit)), missing);
        });
    }

    private void activity(Context ctx) {
        String playerId = Parameters.pathId(ctx, "playerId");
        answer(ctx, figures.activity(playerId), Activity.class, Activity::sessions, (rows, missing) -> {
            rows.sort(Comparator.comparing(Activity.Session::from).reversed());
            return new Activity(playerId, rows, missing);
        });
    }

    /** Puts rows together, and names the instances whose rows are missing. */
    private interface Whole<R, A> {
        A of(List<R> rows, List<String> missing);
    }

    private <R, A> void answer(
            Context ctx, List<R> own, Class<A> type, Function<A, List<R>> rowsOf, Whole<R, A> whole) {
        ctx.future(() -> others.ask(ctx, type).thenAccept(parts -> {
            List<R> rows = new ArrayList<>(own);
            parts.answers().forEach(part -> rows.addAll(rowsOf.apply(part)));
            ctx.contentType(JsonAnswers.CONTENT_TYPE).result(JsonAnswers.text(whole.of(rows, parts.missing())));
        }));
    }
}
