package dungeon.queries.views;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many changes the copies on this instance are behind. The brokers are asked once at a time, however many readers there are, and
 * may take long when they are in trouble; so an answer serves all who come within a second.
 */
final class CopyLags implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CopyLags.class);
    /** A copy that was near enough a second ago is near enough. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    /** While the brokers do not answer, little is changed; after so long, nobody can say any more how little. */
    private static final long KNOWN_NANOS = Duration.ofSeconds(10).toNanos();
    /** A reader does not wait longer for this side remark. */
    private static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();

    static final long UNKNOWN = -1;

    private record Answer(Map<Integer, Long> byPartition, long atNanos) {}

    private record Question(CompletableFuture<Answer> answer, long sinceNanos) {}

    private final Supplier<Map<Integer, Long>> brokers;
    private final LongSupplier nanoTime;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "copy-lags");
        thread.setDaemon(true);
        return thread;
    });
    private Answer last;
    private Question underWay;

    /**
     * Prepares to ask.
     *
     * @param brokers asks them for the lags by partition, as long as that takes
     * @param nanoTime the clock
     */
    CopyLags(Supplier<Map<Integer, Long>> brokers, LongSupplier nanoTime) {
        this.brokers = brokers;
        this.nanoTime = nanoTime;
    }

    /** How many changes the copy of a partition is behind; {@link #UNKNOWN} if there is none, or the brokers have not said for long. */
    long of(int partition) {
        Question question = question();
        if (question != null) {
            long leftNanos = question.sinceNanos() + PATIENCE_NANOS - nanoTime.getAsLong();
            await(question.answer(), leftNanos);
        }
        Answer known = known();
        return known == null ? UNKNOWN : known.byPartition().getOrDefault(partition, UNKNOWN);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** What has to be waited for; null if what is known is fresh. */
    private synchronized Question question() {
        if (last != null && nanoTime.getAsLong() - last.atNanos() < FRESH_NANOS) {
            return null;
        }
        if (underWay == null) {
            underWay = new Question(CompletableFuture.supplyAsync(this::ask, executor), nanoTime.getAsLong());
        }
        return underWay;
    }

    private Answer ask() {
        try {
            Answer answer = new Answer(brokers.get(), nanoTime.getAsLong());
            answered(answer);
            return answer;
        } catch (RuntimeException e) {
            LOG.debug("The brokers do not tell how far the copies are behind", e);
            answered(null);
            throw e;
        }
    }

    private synchronized void answered(Answer answer) {
        last = answer == null ? last : answer;
        underWay = null;
    }

    private synchronized Answer known() {
        return last != null && nanoTime.getAsLong() - last.atNanos() < KNOWN_NANOS ? last : null;
    }

    private static void await(CompletableFuture<Answer> answer, long nanos) {
        try {
            answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("How far the copies are behind is not known now", e);
        }
    }
}
