package dungeon.platform.envelope;

/**
 * The ids of aggregates that somebody makes and that end: UUIDs of version 7. By the time in front of them they are refused when they
 * are too old, so an aggregate that ended long ago need not be remembered for fear that its id comes again.
 */
public final class TimedIds {
    /** How old an id may be when its aggregate is created, in ms; a day, for who makes the ids of a tournament ahead. */
    public static final long BEHIND_MAXIMUM_MS = 24 * 3_600_000L;

    /** How far ahead of the broker's clock an id may be, in ms; as far as a command's time. */
    public static final long AHEAD_MAXIMUM_MS = 60_000L;

    /** From the time of its id on an aggregate is remembered for so long, in ms; an hour more than its id can come. */
    private static final long REMEMBERED_MS = BEHIND_MAXIMUM_MS + 3_600_000L;

    private TimedIds() {}

    /** Whether an aggregate of this id can be created at a time, in ms since 1970. */
    public static boolean isTimely(String id, long timeMs) {
        long madeAtMs = Ids.timeMsOf(id);
        return madeAtMs >= timeMs - BEHIND_MAXIMUM_MS && madeAtMs <= timeMs + AHEAD_MAXIMUM_MS;
    }

    /** Until when the id has to be known as taken, in ms since 1970. */
    public static long rememberedUntilMs(String id) {
        return Ids.timeMsOf(id) + REMEMBERED_MS;
    }
}
