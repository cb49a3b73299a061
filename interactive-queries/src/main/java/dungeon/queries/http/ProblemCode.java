package dungeon.queries.http;

/** What can be wrong with a request, with the HTTP status that goes with it. */
enum ProblemCode {
    /** A path or query parameter cannot be understood. */
    MALFORMED(400),
    UNKNOWN_GAME(404),
    UNKNOWN_ROBOT(404),
    /** There is no such player, or none in this game. */
    UNKNOWN_PLAYER(404),
    UNKNOWN_MAP_TYPE(404),
    UNKNOWN_ROUTE(404),
    METHOD_NOT_ALLOWED(405),
    /** The event that the answer must include has not arrived yet. */
    NOT_YET(503),
    /** Nobody can answer at the moment. */
    NOT_AVAILABLE(503),
    /** As many event streams are open as this instance serves. */
    TOO_MANY_STREAMS(503),
    /** A fault of this application. */
    INTERNAL_ERROR(500);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
