package dungeon.platform.streams.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread fails. A service that does not answer comes back, so its threads are replaced for ever.
 * Any other cause would most likely be met again: a few attempts at most, then the application ends, with an exit code that makes
 * whoever runs it start it anew, with its own pauses.
 */
public final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);

    /**
     * What Kafka's producer (4.3) says to whoever uses it after a commit for which the brokers did not answer in time. Kafka Streams closes the
     * tasks of that commit and commits those of others with the same producer; only a new thread has a new one.
     */
    private static final String COMMIT_PENDING = "timed out and must be retried";

    private final int replacementsMaximum;
    private final Clock clock;
    private final Deque<Instant> replacements = new ArrayDeque<>();
    private String last;

    /**
     * @param replacementsMaximum of threads that failed for another reason than a service that is away, in ten minutes
     */
    public ThreadFailures(int replacementsMaximum, Clock clock) {
        this.replacementsMaximum = replacementsMaximum;
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        last = failure.toString();
        if (failure instanceof Exception && passes(failure)) {
            LOG.warn("A stream thread failed on a service that is away, and is replaced", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        Instant now = clock.instant();
        while (!replacements.isEmpty() && replacements.peekFirst().isBefore(now.minus(WINDOW))) {
            replacements.removeFirst();
        }
        if (failure instanceof Error || replacements.size() >= replacementsMaximum) {
            LOG.error("A stream thread failed, and this instance ends", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replacements.addLast(now);
        LOG.error(
                "A stream thread failed, and is replaced ({} of {} times)",
                replacements.size(),
                replacementsMaximum,
                failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** What made the last thread fail, if one did. */
    public synchronized Optional<String> last() {
        return Optional.ofNullable(last);
    }

    private static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof MissingSourceTopicException
                    || isCommitPending(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommitPending(Throwable cause) {
        return cause instanceof IllegalStateException
                && cause.getMessage() != null
                && cause.getMessage().endsWith(COMMIT_PENDING);
    }
}
