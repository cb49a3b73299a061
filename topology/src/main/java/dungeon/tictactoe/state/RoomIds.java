package dungeon.tictactoe.state;

import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.TimedIds;
import java.time.Duration;

/**
 * How long a room can be opened under its id, and so how long the id is remembered when the room is closed. Players can open and leave
 * rooms all day, so both are short; what is opened later gets a new id.
 */
public final class RoomIds {
    /** How old an id may be; half of the time for which the lobby waits, so that it hears of a room that was opened at the last moment. */
    public static final Duration BEHIND_MAXIMUM = Duration.ofSeconds(30);

    /** More than stamps of one partition can go back. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private RoomIds() {}

    /** Whether a room of this id can be opened at a time, in ms since 1970. */
    public static boolean isTimely(String roomId, long timeMs) {
        long madeAtMs = Ids.timeMsOf(roomId);
        return madeAtMs > timeMs - BEHIND_MAXIMUM.toMillis() && madeAtMs <= timeMs + TimedIds.AHEAD_MAXIMUM_MS;
    }

    /** Until when the id of a closed room has to be known as taken, in ms since 1970. */
    public static long rememberedUntilMs(String roomId) {
        return Ids.timeMsOf(roomId) + BEHIND_MAXIMUM.plus(MARGIN).toMillis();
    }
}
