package dungeon.history.queries;

import dungeon.platform.envelope.TimedIds;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * A page of what was made in a time, by its ids from the last on: ids begin with the time of creation.
 *
 * @param since made then or later; null for any time
 * @param until made before; null for any time
 * @param after the last id of the page before; null for the first page
 * @param limit how many at most
 */
public record CreationRange(Instant since, Instant until, String after, int limit) {
    /** A time is a place among the ids; the time in an id may differ from that of the creation. */
    private static final int BITS_BELOW_THE_TIME = 16;

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** Gives a query all of it; one row more than the page has tells whether there are more. */
    Query bind(Query query) {
        return query.bind("from", from())
                .bind("before", before())
                .bind("since", since == null ? Instant.EPOCH : since)
                .bind("until", until == null ? END_OF_TIME : until)
                .bind("limit", limit + 1);
    }

    /** The id from which on is looked. */
    private UUID from() {
        return since == null ? new UUID(0, 0) : firstOf(since.minusMillis(TimedIds.BEHIND_MAXIMUM_MS));
    }

    /** The id before which is looked. */
    private UUID before() {
        UUID end = until == null ? new UUID(-1, -1) : firstOf(until.plusMillis(TimedIds.AHEAD_MAXIMUM_MS));
        return Optional.ofNullable(after)
                .map(UUID::fromString)
                .filter(id -> id.toString().compareTo(end.toString()) < 0)
                .orElse(end);
    }

    private static UUID firstOf(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << BITS_BELOW_THE_TIME, 0);
    }
}
