package dungeon.history.queries;

import dungeon.platform.envelope.TimedIds;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which games are listed.
 *
 * @param playerId who took part; null for anybody
 * @param mapTypeId what they were made from; null for anything
 * @param since created then or later; null for any time
 * @param until created before; null for any time
 * @param after the last game of the page before; null for the first page
 * @param limit how many at most
 */
public record GamesFilter(String playerId, String mapTypeId, Instant since, Instant until, String after, int limit) {

    /** Ids of games begin with the time of their creation, so a time is a place among them; the time in an id may differ a little. */
    private static final int BITS_BELOW_THE_TIME = 16;

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** The id from which on games are looked at. */
    UUID from() {
        return since == null ? new UUID(0, 0) : firstOf(since.minusMillis(TimedIds.BEHIND_MAXIMUM_MS));
    }

    /** The id before which games are looked at. */
    UUID before() {
        UUID end = until == null ? new UUID(-1, -1) : firstOf(until.plusMillis(TimedIds.AHEAD_MAXIMUM_MS));
        return Optional.ofNullable(after)
                .map(UUID::fromString)
                .filter(id -> id.toString().compareTo(end.toString()) < 0)
                .orElse(end);
    }

    Instant createdSince() {
        return since == null ? Instant.EPOCH : since;
    }

    Instant createdBefore() {
        return until == null ? END_OF_TIME : until;
    }

    private static UUID firstOf(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << BITS_BELOW_THE_TIME, 0);
    }
}
