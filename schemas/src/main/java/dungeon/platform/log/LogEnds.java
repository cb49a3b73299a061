package dungeon.platform.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the partitions of a topic end for those who read what is committed. However many ask at a time, the brokers are asked once
 * at a time: whoever comes meanwhile gets the next answer, since the one under way may be older than the question.
 */
public final class LogEnds {
    private final Supplier<CompletableFuture<Map<Integer, Long>>> brokers;
    private CompletableFuture<Map<Integer, Long>> underWay;
    private CompletableFuture<Map<Integer, Long>> next;

    /**
     * Prepares to ask.
     *
     * @param brokers asks them, once
     */
    public LogEnds(Supplier<CompletableFuture<Map<Integer, Long>>> brokers) {
        this.brokers = brokers;
    }

    /**
     * The ends of a topic as its brokers know them.
     *
     * @param timeout after which an answer fails
     */
    public static LogEnds of(Admin admin, String topic, int partitions, Duration timeout) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        int timeoutMs = (int) timeout.toMillis();
        return new LogEnds(() -> admin.listOffsets(
                        latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(timeoutMs))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(found -> {
                    Map<Integer, Long> ends = new HashMap<>();
                    found.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
                    return ends;
                }));
    }

    /** The offset after the last record of each partition, no older than this call. What follows on it must not block. */
    public CompletableFuture<Map<Integer, Long>> now() {
        CompletableFuture<Map<Integer, Long>> answer;
        synchronized (this) {
            if (underWay != null) {
                next = next == null ? new CompletableFuture<>() : next;
                return next;
            }
            answer = new CompletableFuture<>();
            underWay = answer;
        }
        ask(answer);
        return answer;
    }

    // What comes of it goes to the answer.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void ask(CompletableFuture<Map<Integer, Long>> answer) {
        brokers.get().whenComplete((ends, problem) -> {
            CompletableFuture<Map<Integer, Long>> waiting;
            synchronized (this) {
                waiting = next;
                underWay = waiting;
                next = null;
            }
            if (waiting != null) {
                ask(waiting);
            }
            if (problem == null) {
                answer.complete(ends);
            } else {
                answer.completeExceptionally(problem);
            }
        });
    }
}
