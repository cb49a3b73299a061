package dungeon.queries.feed;

import dungeon.platform.queries.http.ProblemException;
import dungeon.queries.history.MovedException;
import dungeon.queries.transport.StreamPlaces;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why the server ends a feed. A page learns it from the code of the close frame, since a refused handshake tells it nothing. */
public enum FeedClose {
    /** Nothing more can come. */
    OVER(1000, "The game is over, and all of its events were sent"),
    /** Another instance may take over, or this one again. */
    SERVER_STOPS(1001, "The server stops; come again, with the last place, in a moment"),
    /** The client is too slow, or there are too many. */
    COME_AGAIN(1013, "You read too slowly, or there is no room; come again, with the last place, in a moment"),
    /** What was asked for, or sent, is not understood. */
    MALFORMED(4400, "A parameter or a message is not as described; the reason says which"),
    /** The first message had no token that holds. */
    UNAUTHENTICATED(4401, "There is no token, or it does not hold"),
    /** No such game, or not yet. */
    UNKNOWN_GAME(4404, "There is no such game, or not yet"),
    /** No such room, or not any more. */
    UNKNOWN_ROOM(4404, "There is no such room, or not any more"),
    /** The game left the live queries long after its end. */
    MOVED(4308, "It ended long ago and has moved to the history; the reason of the close is its place there"),
    /** The address has its share. */
    TOO_MANY_STREAMS(4429, "Your address has as many streams as one can have; end one before you begin another"),
    /** Views or log are not there at the moment. */
    NOT_AVAILABLE(4503, "Not available at the moment; come again in a moment");

    private static final Logger LOG = LoggerFactory.getLogger(FeedClose.class);

    private final int code;
    private final String meaning;

    FeedClose(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** What a failed search for a game is told as. */
    static FeedClose of(Throwable problem) {
        Throwable cause = causeOf(problem);
        if (cause instanceof MovedException) {
            return MOVED;
        }
        if (!(cause instanceof ProblemException known)) {
            return NOT_AVAILABLE;
        }
        return switch (known.code()) {
            case UNKNOWN_GAME -> UNKNOWN_GAME;
            case UNKNOWN_ROOM -> UNKNOWN_ROOM;
            default -> NOT_AVAILABLE;
        };
    }

    /** What the lack of a place is told as. */
    static FeedClose of(StreamPlaces.RefusedException refused) {
        return refused.refusal() == StreamPlaces.Refusal.ADDRESS_FULL ? TOO_MANY_STREAMS : COME_AGAIN;
    }

    /** Closes a socket if a search for a game, or what follows it, fails; where the game is now stands in the reason. */
    static void onFailure(FeedSocket socket, CompletableFuture<?> work) {
        var unused = work.exceptionally(problem -> {
            FeedClose why = of(problem);
            LOG.debug("A feed cannot be served", problem);
            socket.close(why, causeOf(problem) instanceof MovedException elsewhere ? elsewhere.place() : why.meaning());
            return null;
        });
    }

    private static Throwable causeOf(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    /** The status code of the close frame. */
    public int code() {
        return code;
    }

    /** What it means and what to do, for people. */
    public String meaning() {
        return meaning;
    }
}
