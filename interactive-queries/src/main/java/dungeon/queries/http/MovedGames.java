package dungeon.queries.http;

import dungeon.platform.envelope.Ids;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.history.HistoryClient;
import dungeon.queries.history.MovedGameException;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Sends those who ask for a game that is not here any more to the history, if it has the game. */
final class MovedGames implements Elsewhere {
    private static final String GAMES = "/games/";
    private static final String EVENTS = "/events";
    private static final String ROBOTS = "/robots";

    private final HistoryClient history;
    private final Duration kept;
    private final InstantSource clock;

    /**
     * Looks at nothing yet.
     *
     * @param kept how long after their end games stay here at least
     */
    MovedGames(HistoryClient history, Duration kept, InstantSource clock) {
        this.history = history;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Reply> orMoved(Context ctx, CompletableFuture<Reply> answer) {
        return orMovedIfUnknown(ctx, 1, answer.thenApply(reply -> {
            if (isUnknownGame(reply)) {
                throw new ProblemException(ProblemCode.UNKNOWN_GAME, textOf(reply, "detail"));
            }
            return reply;
        }));
    }

    @Override
    public <T> CompletableFuture<T> orMovedIfUnknown(Context ctx, long from, CompletableFuture<T> answer) {
        // The instance that was asked first looks there, and not each.
        if (Role.of(ctx) != null) {
            return answer;
        }
        return answer.exceptionallyCompose(problem -> {
            if (!(Forwarder.cause(problem) instanceof ProblemException unknown)
                    || unknown.code() != ProblemCode.UNKNOWN_GAME) {
                return CompletableFuture.failedFuture(problem);
            }
            return orElsewhere(Parameters.pathId(ctx, "gameId"), ctx.path(), from, unknown);
        });
    }

    @Override
    public <T> CompletableFuture<T> orElsewhere(String gameId, String path, long from, ProblemException unknown) {
        return isInHistory(gameId)
                .thenCompose(there -> CompletableFuture.failedFuture(
                        there ? new MovedGameException(placeOf(gameId, path, from)) : unknown));
    }

    /** Whether the history has a game that is not here; a young one cannot have left, and nobody is asked for it. */
    private CompletableFuture<Boolean> isInHistory(String gameId) {
        boolean young = Ids.timeMsOf(gameId) > clock.millis() - kept.toMillis();
        return young || !history.isKept() ? CompletableFuture.completedFuture(false) : history.has(gameId);
    }

    /** What is the nearest there to what was asked for here. */
    static String placeOf(String gameId, String path, long from) {
        String game = "/history/games/" + gameId;
        String rest = path.substring(GAMES.length() + gameId.length());
        if (rest.startsWith(EVENTS)) {
            return game + EVENTS + (from == 1 ? "" : "?from=" + from);
        }
        if (rest.equals(ROBOTS)) {
            return game + ROBOTS;
        }
        return rest.startsWith(ROBOTS) ? game + rest + EVENTS : game;
    }

    private static boolean isUnknownGame(Reply reply) {
        return reply.status() == ProblemCode.UNKNOWN_GAME.status()
                && textOf(reply, "code").equals(ProblemCode.UNKNOWN_GAME.code());
    }

    private static String textOf(Reply reply, String field) {
        try {
            return Json.read(reply.body()).path(field).asText();
        } catch (IOException e) {
            // Not ours: something between the instances answered.
            return "";
        }
    }
}
