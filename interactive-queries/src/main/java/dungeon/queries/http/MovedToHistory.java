package dungeon.queries.http;

import dungeon.platform.envelope.Ids;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.history.HistoryClient;
import dungeon.queries.history.MovedException;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Sends those who ask for a game or room that is not here any more to the history, if it has that. */
final class MovedToHistory {
    private static final String EVENTS = "/events";
    private static final String ROBOTS = "/robots";

    private final AggregateKind<?> kind;
    private final HistoryClient history;
    private final Duration kept;
    private final InstantSource clock;

    /**
     * Looks at nothing yet.
     *
     * @param kind of what is asked for
     * @param kept how long after their end they stay here at least
     */
    MovedToHistory(AggregateKind<?> kind, HistoryClient history, Duration kept, InstantSource clock) {
        this.kind = kind;
        this.history = history;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * An answer of this or another instance; fails with a {@link MovedException} if what was asked about has moved.
     *
     * @param ctx the request, which names it in its path
     */
    CompletableFuture<Reply> orMoved(Context ctx, CompletableFuture<Reply> answer) {
        return orMovedIfUnknown(ctx, 1, answer.thenApply(reply -> {
            if (isUnknown(reply)) {
                throw new ProblemException(kind.unknown(), textOf(reply, "detail"));
            }
            return reply;
        }));
    }

    /**
     * The same for what fails as unknown if it is nowhere.
     *
     * @param from the first event that is wanted, of events
     */
    <T> CompletableFuture<T> orMovedIfUnknown(Context ctx, long from, CompletableFuture<T> answer) {
        // The instance that was asked first looks there, and not each.
        if (Role.of(ctx) != null) {
            return answer;
        }
        return answer.exceptionallyCompose(problem -> {
            if (!(Forwarder.cause(problem) instanceof ProblemException unknown) || unknown.code() != kind.unknown()) {
                return CompletableFuture.failedFuture(problem);
            }
            return orElsewhere(Parameters.pathId(ctx, kind.idName()), ctx.path(), from, unknown);
        });
    }

    /** A failure with the place of what was asked for under a path, or as unknown if it is nowhere. */
    <T> CompletableFuture<T> orElsewhere(String id, String path, long from, ProblemException unknown) {
        return isInHistory(id)
                .thenCompose(there ->
                        CompletableFuture.failedFuture(there ? new MovedException(placeOf(id, path, from)) : unknown));
    }

    /** Whether the history has what is not here; a young one cannot have left, and nobody is asked for it. */
    private CompletableFuture<Boolean> isInHistory(String id) {
        boolean young = Ids.timeMsOf(id) > clock.millis() - kept.toMillis();
        return young || !history.isKept() ? CompletableFuture.completedFuture(false) : history.has(placeOf(id));
    }

    private String placeOf(String id) {
        return "/history" + kind.pathOf(id);
    }

    /** What is the nearest there to what was asked for here. */
    private String placeOf(String id, String path, long from) {
        String itself = placeOf(id);
        String rest = path.substring(kind.pathOf(id).length());
        if (rest.startsWith(EVENTS)) {
            return itself + EVENTS + (from == 1 ? "" : "?from=" + from);
        }
        if (rest.equals(ROBOTS)) {
            return itself + ROBOTS;
        }
        return rest.startsWith(ROBOTS) ? itself + rest + EVENTS : itself;
    }

    private boolean isUnknown(Reply reply) {
        return reply.status() == kind.unknown().status()
                && textOf(reply, "code").equals(kind.unknown().code());
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
