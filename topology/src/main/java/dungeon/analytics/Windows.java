package dungeon.analytics;

import java.time.Duration;
import org.apache.kafka.streams.kstream.SessionWindows;
import org.apache.kafka.streams.kstream.TimeWindows;

/** The windows, and how long they wait for events that come late. */
final class Windows {
    /**
     * Events of all games bear the clock of the brokers and come within seconds; a partition whose instance was away for longer than this catches up with
     * events that are not counted any more, but in the number of late ones.
     */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** A day's ranking can wait for a part of the log that is an hour behind. */
    static final Duration GRACE_OF_A_DAY = Duration.ofHours(1);

    /** Prices are looked at minute by minute. */
    static final TimeWindows SALES = TimeWindows.ofSizeAndGrace(Duration.ofMinutes(1), GRACE);

    /** Each minute, the fights of the last five: short enough to show a war, long enough to show more than one shot. */
    static final TimeWindows KILLS =
            TimeWindows.ofSizeAndGrace(Duration.ofMinutes(5), GRACE).advanceBy(Duration.ofMinutes(1));

    /** Who gives no order for so long is away. */
    static final SessionWindows ACTIVITY = SessionWindows.ofInactivityGapAndGrace(Duration.ofMinutes(5), GRACE);

    /** Days of UTC. */
    static final TimeWindows DAYS = TimeWindows.ofSizeAndGrace(Duration.ofDays(1), GRACE_OF_A_DAY);

    /** So long the figures of minutes can be asked for. */
    static final Duration MINUTES_KEPT = Duration.ofDays(1);

    /**
     * A session is published with the next event that is counted in its partition, if it is still there then; this is longer than a machine stands still over a
     * holiday.
     */
    static final Duration SESSIONS_KEPT = Duration.ofDays(30);

    static final Duration DAYS_KEPT = Duration.ofDays(30);

    private Windows() {}
}
