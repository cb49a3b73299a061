package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.history.HistoryClient;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Sends those who ask for a game that is not here any more to the history, if it has the game. */
final class MovedGames {
    private static final String GAMES = "/games/";
    private static final String EVENTS = "/events";
    private static final String ROBOTS = "/robots";
    private static final int MOVED = 308;

    private final HistoryClient history;

    MovedGames(HistoryClient history) {
        this.history = history;
    }

    /** Ends the handling of a request with the place where its answer is now. */
    static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String place;

        private MovedException(String place) {
            super(place, null, false, false);
            this.place = place;
        }

        void writeTo(Context ctx) {
            ctx.status(MOVED).header("Location", place);
        }
    }

    /**
     * An answer of this or another instance; fails with a {@link MovedException} if the game has moved.
     *
     * @param ctx the request, which names the game in its path
     */
    CompletableFuture<Reply> orMoved(Context ctx, CompletableFuture<Reply> answer) {
        return orMovedIfUnknown(ctx, answer.thenApply(reply -> {
            if (isUnknownGame(reply)) {
                throw new ProblemException(ProblemCode.UNKNOWN_GAME, detailOf(reply));
            }
            return reply;
        }));
    }

    /** The same for what fails with UNKNOWN_GAME if there is none. */
    <T> CompletableFuture<T> orMovedIfUnknown(Context ctx, CompletableFuture<T> answer) {
        // The instance that was asked first looks there, and not each.
        if (!history.isKept() || Role.of(ctx) != null) {
            return answer;
        }
        return answer.exceptionallyCompose(problem -> {
            if (Forwarder.cause(problem) instanceof ProblemException unknown
                    && unknown.code() == ProblemCode.UNKNOWN_GAME) {
                return lookFor(ctx.pathParam("gameId"), ctx.path(), ctx.queryParam("from"), unknown);
            }
            return CompletableFuture.failedFuture(problem);
        });
    }

    private <T> CompletableFuture<T> lookFor(String gameId, String path, String from, ProblemException unknown) {
        return history.ask("/history/games/" + gameId)
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(unknown))
                .thenCompose(reply -> CompletableFuture.failedFuture(
                        reply.status() == 200 ? new MovedException(placeOf(gameId, path, from)) : unknown));
    }

    /** What is the nearest there to what was asked for here. */
    static String placeOf(String gameId, String path, String from) {
        String game = "/history/games/" + gameId;
        String rest = path.substring(GAMES.length() + gameId.length());
        if (rest.startsWith(EVENTS)) {
            return game + EVENTS + (from == null ? "" : "?from=" + from);
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

    private static String detailOf(Reply reply) {
        return textOf(reply, "detail");
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
