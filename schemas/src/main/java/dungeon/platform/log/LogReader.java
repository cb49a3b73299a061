package dungeon.platform.log;

import dungeon.platform.problem.ProblemCode;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a log is read for. All is called on the thread of the {@link LogTailer}.
 *
 * @param <K> the type of the records' keys
 */
public interface LogReader<K> {
    /**
     * Does what has to be done before the first record.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if that cannot be done now; it is called again
     */
    default void prepare() {}

    /**
     * Where to begin.
     *
     * @param ends of the partitions that are read for the first time
     * @return an offset for each of them
     */
    Map<TopicPartition, Long> begin(Consumer<K, byte[]> consumer, Map<TopicPartition, Long> ends);

    /**
     * Takes a record, of each partition each once and in order.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if it cannot be taken now; it is given again
     */
    void take(ConsumerRecord<K, byte[]> next);

    /**
     * All that stands before these offsets was taken, and what gives no record, such as the mark of a transaction, was passed; said
     * after each look into the log.
     *
     * @param nextOffsets of the partitions that were read since the last time
     */
    default void hasPassed(Map<TopicPartition, Long> nextOffsets) {}

    /** What was in the log when reading began, or began anew, is being read. */
    default void isReading() {}

    /** All of that was taken, and nothing is in the way; said again and again. */
    void isUpToDate();

    /** Nothing can be read at the moment; said at each try. */
    void isObstructed(ProblemCode code, String detail);
}
