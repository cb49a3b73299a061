package dungeon.history.queries;

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

    /** Ids of games begin with the time of their creation, so a time is a place among them. */
    private static final int BITS_BELOW_THE_TIME = 16;

    /** The id from which on games are looked at. */
    UUID from() {
        return since == null ? new UUID(0, 0) : firstOf(since);
    }

    /** The id before which games are looked at. */
    UUID before() {
        UUID end = until == null ? new UUID(-1, -1) : firstOf(until);
        return Optional.ofNullable(after)
                .map(UUID::fromString)
                .filter(id -> id.toString().compareTo(end.toString()) < 0)
                .orElse(end);
    }

    private static UUID firstOf(Instant time) {
        return new UUID(time.toEpochMilli() << BITS_BELOW_THE_TIME, 0);
    }
}
