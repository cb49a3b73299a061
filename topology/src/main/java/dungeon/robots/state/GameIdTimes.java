package dungeon.robots.state;

import dungeon.platform.envelope.Ids;

/**
 * The ids of games: UUIDs of version 7. By the time in front of them they are refused when they are too old, so a game that ended
 * long ago need not be remembered for fear that its id comes again.
 */
public final class GameIdTimes {
    /** How old an id may be when its game is created, in ms; a day, for who makes the ids of a tournament ahead. */
    public static final long BEHIND_MAXIMUM_MS = 24 * 3_600_000L;

    /** How far ahead of the broker's clock an id may be, in ms; as far as a command's time. */
    public static final long AHEAD_MAXIMUM_MS = 60_000L;

    /** From the time of its id on a game is remembered for so long, in ms; an hour more than its id can come. */
    private static final long REMEMBERED_MS = BEHIND_MAXIMUM_MS + 3_600_000L;

    private GameIdTimes() {}

    /** Whether a game of this id can be created at a time, in ms since 1970. */
    public static boolean isTimely(String gameId, long timeMs) {
        long madeAtMs = Ids.timeMsOf(gameId);
        return madeAtMs >= timeMs - BEHIND_MAXIMUM_MS && madeAtMs <= timeMs + AHEAD_MAXIMUM_MS;
    }

    /** Until when the id has to be known as taken, in ms since 1970. */
    public static long rememberedUntilMs(String gameId) {
        return Ids.timeMsOf(gameId) + REMEMBERED_MS;
    }
}
