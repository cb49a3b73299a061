package dungeon.platform.problem;

/**
 * The stable codes of {@code application/problem+json}, each with its HTTP status. Routes that answer with a command's outcome also
 * have the codes of rejections.
 */
public enum ProblemCode {
    /** A part of the address, a parameter or a header cannot be understood. */
    MALFORMED(400),
    /** The body is no JSON. */
    MALFORMED_JSON(400),
    /** The time to wait for outcomes is none, or too long. */
    INVALID_WAIT(400),
    /** There is no token, or none that holds. */
    UNAUTHENTICATED(401),
    /** The command names another player than the token. */
    NOT_YOU(403),
    /** A request with the cookie of a session lacks the proof that it is from the page itself. */
    CSRF_TOKEN_MISSING(403),
    NOT_ADMINISTRATOR(403),
    /** The administrator's token, where a player's is needed. */
    NOT_A_PLAYER(403),
    UNKNOWN_GAME(404),
    UNKNOWN_ROOM(404),
    /** There is no such search for an opponent, or it is over. */
    UNKNOWN_SEARCH(404),
    UNKNOWN_ROBOT(404),
    /** There is no such player, or none in this game. */
    UNKNOWN_PLAYER(404),
    UNKNOWN_MAP_TYPE(404),
    /** No key of this id is published. */
    UNKNOWN_KEY(404),
    UNKNOWN_ROUTE(404),
    METHOD_NOT_ALLOWED(405),
    /** A player has one practice game at a time. */
    PRACTICE_GAME_RUNNING(409),
    /** The body did not come in time. */
    REQUEST_TIMEOUT(408),
    /** What is asked for is secret until the game has ended. */
    GAME_NOT_OVER(409),
    /** As many keys are published as there can be. */
    TOO_MANY_KEYS(409),
    /** The keys are kept by somebody else, such as a secret of the cluster. */
    KEYS_READ_ONLY(409),
    /** The token is one from before there were ids, and can only be revoked with all others. */
    TOKEN_WITHOUT_ID(409),
    /** The body is over the limit. */
    PAYLOAD_TOO_LARGE(413),
    /** A command is over the limit, and the body may not be. */
    COMMAND_TOO_LARGE(413),
    /** The body is of another type than JSON, or is packed. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The body is JSON, and says something that cannot be understood. */
    MALFORMED_BODY(422, "MALFORMED"),
    /** The client's address has as many event streams open as one can have. */
    TOO_MANY_STREAMS_OF_ADDRESS(429, "TOO_MANY_STREAMS"),
    /** The sender has asked more often than it may; the answer says when to come again. */
    TOO_MANY_REQUESTS(429),
    /** A fault of the application. */
    INTERNAL_ERROR(500),
    /** The application reads what has happened so far. */
    STARTING(503),
    STOPPING(503),
    /** A topic does not exist, or has another number of partitions than it must. */
    TOPICS_MISSING(503),
    /** No broker answers, so nothing was written. */
    BROKER_UNAVAILABLE(503),
    REGISTRY_UNAVAILABLE(503),
    /** A command was sent, and may have been written or not. */
    DELIVERY_UNKNOWN(503),
    /** The event that the answer must include has not arrived yet. */
    NOT_YET(503),
    /** Nobody can answer at the moment. */
    NOT_AVAILABLE(503),
    /** So much is being received that there is no room for another large body. */
    BUSY(503),
    /** As many event streams are open as an instance serves. */
    TOO_MANY_STREAMS(503),
    /** A command was written, and its outcome is not known yet. */
    OUTCOME_PENDING(504);

    private final int status;
    private final String code;

    ProblemCode(int status) {
        this.status = status;
        this.code = name();
    }

    ProblemCode(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What programs read. */
    public String code() {
        return code;
    }
}
