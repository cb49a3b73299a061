package dungeon.lobby;

import dungeon.platform.envelope.Ids;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.Pace;
import dungeon.schemas.RoomPlan;
import java.time.Duration;

/** What a room for two who were matched is like. */
final class Paces {
    private record Limits(Duration move, Duration round) {}

    private Paces() {}

    /**
     * The room of two who have searched.
     *
     * @param guest the same as the host if a bot plays
     * @param opponent a person, or the bot that plays
     */
    static RoomPlan planOf(OpponentSearch host, OpponentSearch guest, Opponent opponent) {
        Limits limits = limitsOf(host.getPace());
        return new RoomPlan(
                opponent,
                null,
                markOf(host.getSearchId() + guest.getSearchId()),
                limits.move().toMillis(),
                limits.round().toMillis());
    }

    private static Limits limitsOf(Pace pace) {
        return switch (pace) {
            // Whoever plays fast has the page before their eyes; a program has all the time it needs.
            case FAST -> new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));
            case NORMAL -> new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2));
            case SLOW -> new Limits(Duration.ofMinutes(5), Duration.ofMinutes(30));
            case UNKNOWN -> throw new IllegalArgumentException("A search of no known pace is refused");
        };
    }

    /** Half of all pairs begin with each mark, and neither of the two knows the other's search before. */
    private static Mark markOf(String searchIds) {
        return Ids.nameBased(searchIds).charAt(0) < '8' ? Mark.X : Mark.O;
    }
}
