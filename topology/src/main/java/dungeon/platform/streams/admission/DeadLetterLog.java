package dungeon.platform.streams.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
    private final Map<DeadLetterReason, Counter> counters = new EnumMap<>(DeadLetterReason.class);

    /** One for all admissions of an application. */
    public DeadLetterLog(MeterRegistry meters) {
        this(System::nanoTime, meters);
    }

    DeadLetterLog(LongSupplier nanoTime, MeterRegistry meters) {
        this.nanoTime = nanoTime;
        for (DeadLetterReason reason : DeadLetterReason.values()) {
            // There from the start, so that the first one is an increase.
            counters.put(
                    reason,
                    Counter.builder("dungeon.dead.letters")
                            .description("Records on the topics of commands that are none")
                            .tag("reason", reason.name())
                            .register(meters));
        }
    }

    /** Counts a dead letter, and logs it or counts it for the next line; says whether there was a line. */
    synchronized boolean add(DeadLetterReason reason, RecordMetadata metadata, String message) {
        counters.get(reason).increment();
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
