package dungeon.standalone.secure;

import dungeon.schemas.topics.Topics;
import java.util.Map;

/**
 * What one player may take of a broker. Whoever wants more is not refused but made to wait, by Kafka itself, so that others do not notice
 * him.
 */
final class PlayerQuota {
    /** Twice the 500 commands a second that command-ingest takes of one, each with a token of 600 bytes. */
    static final long WRITTEN_BYTES_PER_SECOND = Topics.COMMAND_BATCH_BYTES_MAXIMUM;

    /** A busy game of 1,000 robots is half a megabyte a second; whoever comes later reads its past at once. */
    static final long READ_BYTES_PER_SECOND = 8L * 1024 * 1024;

    /** Percent of one of the broker's threads, of which there are eight: forty players fill them. */
    static final long THREAD_PERCENT = 20;

    /** Of services, which have their own bounds. */
    static final double UNBOUNDED = Long.MAX_VALUE;

    private PlayerQuota() {}

    /** In Kafka's own names. */
    static Map<String, Double> values() {
        return Map.of(
                "producer_byte_rate", (double) WRITTEN_BYTES_PER_SECOND,
                "consumer_byte_rate", (double) READ_BYTES_PER_SECOND,
                "request_percentage", (double) THREAD_PERCENT);
    }

    static Map<String, Double> none() {
        return Map.of(
                "producer_byte_rate", UNBOUNDED,
                "consumer_byte_rate", UNBOUNDED,
                "request_percentage", UNBOUNDED);
    }
}
