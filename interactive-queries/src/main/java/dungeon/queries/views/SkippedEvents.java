package dungeon.queries.views;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of the event topic that were left out, because nothing can be made of them and the games of their partition must
 * go on. Each is counted, and the first of each cause is logged; how many followed is in the metric.
 */
public final class SkippedEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SkippedEvents.class);

    /** Why a record is left out. */
    enum Cause {
        /** Its bytes are no event that this build can read. */
        UNDECODABLE,
        /** Its key is not the gameId in it. */
        WRONG_KEY,
        /** The event does not fit the state of its game, such as a move of a robot that never appeared. */
        UNFOLDABLE
    }

    private final Map<Cause, Counter> counters = new EnumMap<>(Cause.class);
    private final Map<Cause, AtomicBoolean> logged = new EnumMap<>(Cause.class);
    private final Counter missing;
    private final Counter repeated;

    public SkippedEvents(MeterRegistry metrics) {
        for (Cause cause : Cause.values()) {
            counters.put(
                    cause,
                    Counter.builder("dungeon.queries.events.skipped")
                            .description("Records of the event topic that the views leave out")
                            .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
            logged.put(cause, new AtomicBoolean());
        }
        missing = Counter.builder("dungeon.queries.sequence.missing")
                .description("Events that are missing in the sequence of their game")
                .register(metrics);
        repeated = Counter.builder("dungeon.queries.sequence.repeated")
                .description("Events that came again or out of their order")
                .register(metrics);
    }

    /** Notes whether an event is the one that follows; that it always is, is what the platform promises. */
    void follows(long sequence, long missingBefore, String aggregateId) {
        if (missingBefore > 0) {
            missing.increment((double) missingBefore);
            LOG.error("Of game {}, {} events are missing before {}", aggregateId, missingBefore, sequence);
        } else if (missingBefore < 0) {
            repeated.increment();
        }
    }

    /** How many records were left out since the start. */
    public long count() {
        return (long) counters.values().stream().mapToDouble(Counter::count).sum();
    }

    void add(Cause cause, String what, RecordMetadata from, Exception exception) {
        counters.get(cause).increment();
        if (logged.get(cause).compareAndSet(false, true)) {
            String where = from == null
                    ? "an unknown place"
                    : "%s-%d at %d".formatted(from.topic(), from.partition(), from.offset());
            LOG.error(
                    "Left out {} from {}, being {}; more of this cause are counted only",
                    what,
                    where,
                    cause,
                    exception);
        }
    }
}
