package dungeon.queries.events;

import java.util.ArrayList;
import java.util.List;

/**
 * From where a follower reads.
 *
 * @param gameId the game
 * @param next the number of the first event that is wanted
 * @param offset before this place in the log is nothing that is wanted
 * @param steps where reading can go on further ahead
 */
public record FeedStart(String gameId, long next, long offset, List<Step> steps) {
    /** As many records as come at once anyhow; to go on behind them costs as much as to go through them. */
    static final int NEAR_RECORDS = 500;

    /**
     * A place in the log that the game has nothing before.
     *
     * @param sequence the number of the first event for which that is so
     * @param offset the place
     */
    public record Step(long sequence, long offset) {}

    /** Where the log is known to begin with the game's next events. */
    public static FeedStart at(String gameId, long next, long offset) {
        return new FeedStart(gameId, next, offset, List.of());
    }

    /**
     * Where the views say that a game's events are.
     *
     * @param pauses where it goes on after pauses, by number; those that are near are not stepped over
     * @param end of what the views contain
     */
    public static FeedStart of(String gameId, long next, long offset, List<Step> pauses, Step end) {
        List<Step> far = new ArrayList<>();
        long reached = offset;
        for (Step pause : pauses) {
            if (pause.offset() - reached > NEAR_RECORDS) {
                far.add(pause);
                reached = pause.offset();
            }
        }
        far.add(end);
        return new FeedStart(gameId, next, offset, List.copyOf(far));
    }

    /** The place in the log to go on at, after a place up to which everything was had. */
    long skip(long following, long reached) {
        long offset = reached;
        for (Step step : steps) {
            if (step.sequence() <= following) {
                offset = Math.max(offset, step.offset());
            }
        }
        return offset;
    }

    /** The event up to which one reads on from a number, before the next step. */
    long lastBeforeStep(long following) {
        return steps.stream()
                .mapToLong(Step::sequence)
                .filter(sequence -> sequence > following)
                .map(sequence -> sequence - 1)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
