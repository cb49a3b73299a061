package dungeon.lobby;

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
     * The room of somebody who has searched.
     *
     * @param opponent a person, or the bot that plays
     */
    static RoomPlan planOf(OpponentSearch search, Opponent opponent) {
        Limits limits = limitsOf(search.getPace());
        return new RoomPlan(
                opponent,
                null,
                markOf(search.getSearchId()),
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

    /** Half of all ids end with an even digit, and nobody can choose theirs. */
    private static Mark markOf(String searchId) {
        int digit = Character.digit(searchId.charAt(searchId.length() - 1), 16);
        return digit % 2 == 0 ? Mark.X : Mark.O;
    }
}
