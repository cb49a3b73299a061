package dungeon.tictactoe.state;

import dungeon.platform.core.timers.TimerId;

/** What a room waits for. The kinds are fixed for life. */
public final class TicTacToeTimers {
    /** Nobody has joined in time. */
    public static final int EXPIRY = 1;

    /** Whoever moves next has run out of time. */
    public static final int TURN = 2;

    /** The round is over, and nobody wanted another one in time. */
    public static final int CLOSING = 3;

    private TicTacToeTimers() {}

    public static TimerId expiry() {
        return TimerId.of(EXPIRY);
    }

    public static TimerId turn() {
        return TimerId.of(TURN);
    }

    public static TimerId closing() {
        return TimerId.of(CLOSING);
    }
}
