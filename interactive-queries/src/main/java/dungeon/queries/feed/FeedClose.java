package dungeon.queries.feed;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.ProblemException;
import dungeon.queries.history.MovedGameException;
import java.util.concurrent.CompletionException;

/** Why a feed is closed, as the code with which its socket is; those from 4000 on are our own. */
public enum FeedClose {
    /** All was sent, and no other event can follow. */
    OVER(1000, "All was sent, and the game is over"),
    /** The instance ends; another one, or the next, goes on from where the client is. */
    SERVER_STOPS(1001, "This instance stops; come again"),
    /** The client took too little of what it was sent, or there is no room for it now. */
    COME_AGAIN(1013, "Too slow, or no room now; come again and go on from the last event"),
    /** What was asked for cannot be understood. */
    MALFORMED(4400, "The request cannot be understood"),
    /** The client has not proved in time who it is. */
    UNAUTHENTICATED(4401, "There was no valid token in time"),
    /** The game has left for the history. */
    MOVED(4308, "The game has moved to the history"),
    /** There is no such game. */
    UNKNOWN_GAME(4404, "There is no such game, or not yet"),
    /** The client's address has as many streams as one can have. */
    TOO_MANY_STREAMS(4429, "Your address has as many feeds as one can have; end one before you begin another"),
    /** The views or the log do not answer now. */
    NOT_AVAILABLE(4503, "Not available now; come again");

    private final int code;
    private final String meaning;

    FeedClose(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** What a failed search for a game is told as. */
    static FeedClose of(Throwable problem) {
        Throwable cause = causeOf(problem);
        if (cause instanceof MovedGameException) {
            return MOVED;
        }
        boolean unknown = cause instanceof ProblemException known && known.code() == ProblemCode.UNKNOWN_GAME;
        return unknown ? UNKNOWN_GAME : NOT_AVAILABLE;
    }

    /** Closes a socket because a search for a game has failed; where the game is now stands in the reason. */
    static void close(FeedSocket socket, Throwable problem) {
        FeedClose why = of(problem);
        socket.close(why, causeOf(problem) instanceof MovedGameException elsewhere ? elsewhere.place() : why.meaning());
    }

    private static Throwable causeOf(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    public int code() {
        return code;
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }
}
