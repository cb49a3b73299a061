package dungeon.queries.events;

/** What a consumer is for. */
public enum Reading {
    /** What comes. There is nothing else to ask the broker for, and what comes is answered at once all the same. */
    NEW(500, 1024 * 1024),
    /**
     * Pages of older events. On the same connection nothing else is answered while the broker waits for more, and what it sends beyond
     * the page is sent in vain.
     */
    PAST(10, 128 * 1024);

    private final int waitMs;
    private final int partitionBytes;

    Reading(int waitMs, int partitionBytes) {
        this.waitMs = waitMs;
        this.partitionBytes = partitionBytes;
    }

    /** How long the broker keeps a request that finds nothing. */
    int waitMs() {
        return waitMs;
    }

    /** How much is fetched of a partition at a time. */
    int partitionBytes() {
        return partitionBytes;
    }
}
