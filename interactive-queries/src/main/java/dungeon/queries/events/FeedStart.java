package dungeon.queries.events;

/**
 * From where a follower reads.
 *
 * @param gameId the game
 * @param next the number of the first event that is wanted
 * @param offset before this place in the log is nothing that is wanted
 * @param knownSequence the number of an event, whose successors are not before {@code knownOffset}
 * @param knownOffset a place in the log
 */
public record FeedStart(String gameId, long next, long offset, long knownSequence, long knownOffset) {

    /** Where the log is known to begin with the game's next events. */
    public static FeedStart at(String gameId, long next, long offset) {
        return new FeedStart(gameId, next, offset, 0, offset);
    }

    /** The place in the log to go on at, after a place up to which everything was had. */
    long skip(long following, long reached) {
        return following > knownSequence ? Math.max(reached, knownOffset) : reached;
    }
}
