package dungeon.queries.events;

import java.time.Duration;

/**
 * What following costs at most.
 *
 * @param ringBytes memory for the recent events of one game, as they are sent. It is also the queue of each who follows: whoever takes
 *     nothing until it has passed is cut off. A busy game of 1,000 robots fills it in some seconds, which outlasts a pause of a client
 * @param allRingsBytes memory for the recent events of all games; games that nobody follows lose theirs first
 * @param rings of how many games recent events are kept, since a game costs memory without events too
 * @param batchBytes how much is handed to a client at a time. A client that takes nothing holds one batch, so that 2,000 of them hold
 *     128 MiB for as long as {@code stall} lasts
 * @param heartbeat after how long without an event a stream says that it is alive, by which dead connections are noticed
 * @param batch for how long events are gathered for those who get them in batches; shorter ones are not seen by people, and cost each of
 *     them a message
 * @param stall how long a client may leave a batch lying, after which it is disconnected; 64 KiB in that time are less than what the
 *     slowest mobile network carries
 * @param writers threads that hand events to clients; they never wait for one
 * @param pastReaders how many read older events at a time, each with a consumer of some megabytes; others wait for their turn, which
 *     is one page long
 * @param pageScanBytes how much of the log is gone through for one page, so that a game with few events takes turns like all others
 * @param pageTime how long a page may take for the same reason
 * @param searchBytes how much of the log is gone through for a game of which the views tell nothing
 * @param brokerTimeout how long the broker may be silent until whoever waits for it is sent away
 */
public record FeedLimits(
        int ringBytes,
        long allRingsBytes,
        int rings,
        int batchBytes,
        Duration heartbeat,
        Duration batch,
        Duration stall,
        int writers,
        int pastReaders,
        long pageScanBytes,
        Duration pageTime,
        long searchBytes,
        Duration brokerTimeout) {
    static final int RING_BYTES = 1024 * 1024;
    static final long ALL_RINGS_BYTES = 64L * RING_BYTES;
    static final int RINGS_MAXIMUM = 10_000;
    static final int BATCH_BYTES = 64 * 1024;
    static final int PAST_READERS = 4;
    static final long PAGE_SCAN_BYTES = 4L * 1024 * 1024;
    static final long SEARCH_BYTES = 32L * 1024 * 1024;

    static final Duration BATCH = Duration.ofMillis(50);

    private static final int WRITERS = 2;
    private static final Duration PAGE_TIME = Duration.ofMillis(500);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(10);

    /**
     * The same with a part of the memory for recent events, where several share it.
     *
     * @param eighths how many eighths
     */
    public FeedLimits part(int eighths) {
        return new FeedLimits(
                ringBytes,
                allRingsBytes * eighths / 8,
                rings * eighths / 8,
                batchBytes,
                heartbeat,
                batch,
                stall,
                writers,
                pastReaders,
                pageScanBytes,
                pageTime,
                searchBytes,
                brokerTimeout);
    }

    /** The limits of a service, of which two can be set. */
    public static FeedLimits standard(Duration heartbeat, Duration stall) {
        return new FeedLimits(
                RING_BYTES,
                ALL_RINGS_BYTES,
                RINGS_MAXIMUM,
                BATCH_BYTES,
                heartbeat,
                BATCH,
                stall,
                WRITERS,
                PAST_READERS,
                PAGE_SCAN_BYTES,
                PAGE_TIME,
                SEARCH_BYTES,
                BROKER_TIMEOUT);
    }
}
