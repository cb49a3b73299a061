package dungeon.platform.streams.admission;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators of dead letters, a line for each reason and some seconds at most, whoever writes however many. */
public final class DeadLetterLog {
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterLog.class);

    private static final class Last {
        private long atNanos;
        private long leftOut;
    }

    private final LongSupplier nanoTime;
    private final Map<DeadLetterReason, Last> lastByReason = new EnumMap<>(DeadLetterReason.class);

    /** One for all admissions of an application. */
    public DeadLetterLog() {
        this(System::nanoTime);
    }

    DeadLetterLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Logs a dead letter, or counts it for the next line; says whether there was a line. */
    synchronized boolean add(DeadLetterReason reason, RecordMetadata metadata, String message) {
        long nowNanos = nanoTime.getAsLong();
        Last last = lastByReason.get(reason);
        if (last != null && nowNanos - last.atNanos < PAUSE.toNanos()) {
            last.leftOut++;
            return false;
        }
        LOG.warn(
                "A record is no command: {} at {}-{}@{}: {}{}",
                reason,
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                message,
                last == null || last.leftOut == 0 ? "" : " (and %d more since the last line)".formatted(last.leftOut));
        last = lastByReason.computeIfAbsent(reason, any -> new Last());
        last.atNanos = nowNanos;
        last.leftOut = 0;
        return true;
    }
}
