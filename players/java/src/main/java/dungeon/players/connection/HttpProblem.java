package dungeon.players.connection;

import java.io.IOException;

/** An answer that says that a request failed. */
public final class HttpProblem extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** No rate of the platform lets anybody wait longer. */
    private static final long PAUSE_MAXIMUM_MS = 60_000;

    private final int status;
    private final String code;
    private final String gameId;
    private final long retryAfterMs;

    HttpProblem(int status, String code, String detail, String url, String gameId, long retryAfterMs) {
        super("%s answered %d%s: %s".formatted(url, status, code.isEmpty() ? "" : " " + code, detail));
        this.status = status;
        this.code = code;
        this.gameId = gameId;
        this.retryAfterMs = retryAfterMs;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code of the problem; empty if it has none. */
    public String code() {
        return code;
    }

    /** The game that it is about, as a UUID; empty if it is about none. */
    public String gameId() {
        return gameId;
    }

    /** Whether the same request may do better later: the service is in trouble, or has had too many from here. Any other answer is final. */
    public boolean isWorthRepeating() {
        return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }

    /**
     * How long to wait before the same request is sent again, in ms: as the answer says, within reason.
     *
     * @param leastMs where nothing or less is said of it
     */
    public long pauseMs(long leastMs) {
        return Math.min(PAUSE_MAXIMUM_MS, Math.max(leastMs, retryAfterMs));
    }
}
