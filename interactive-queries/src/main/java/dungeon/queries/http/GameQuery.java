package dungeon.queries.http;

/**
 * A question about one game.
 *
 * @param gameId the game
 * @param atLeast the event that the answer must include; 0 for any
 * @param pathAndQuery the question, as another instance understands it
 * @param forwardedAs the role in which another instance wants this one to answer; null if a client asks
 * @param exact whether all of the answer has to contain the same events, which a copy that follows cannot promise
 * @param handler the question, as this instance answers it
 */
record GameQuery(
        String gameId, long atLeast, String pathAndQuery, Role forwardedAs, boolean exact, QueryHandler handler) {}
