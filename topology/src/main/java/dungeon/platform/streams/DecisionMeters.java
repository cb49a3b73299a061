package dungeon.platform.streams;

import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.core.BoundedContext;
import dungeon.platform.envelope.EventFormat;
import dungeon.platform.streams.pace.CommitLag;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Measures what a task decides. Labels are the context, the type of a command and the code of a rejection, all of which the schemas bound;
 * never who or which game it was. Used by one thread.
 *
 * @param <C> the type of the commands
 * @param <E> the type of the events
 */
final class DecisionMeters<C extends SpecificRecord, E extends SpecificRecord> {
    private static final String CONTEXT = "context";

    /** An outcome is promised within the fifth of them. */
    private static final Duration[] LAGS = {
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(150),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private static final Duration[] DECISIONS = {
        Duration.ofNanos(50_000),
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofSeconds(1)
    };

    private static final String REPEATED = "repeated";

    private final BoundedContext<C, E, ?> context;
    private final EventFormat<E> format;
    private final MeterRegistry registry;
    private final Timer decisions;
    private final Timer lag;
    private final Timer timersLate;
    private final Map<String, Counter> counters = new HashMap<>();

    /** What has come of the command that is being handled: nothing new, as long as nothing is published for it. */
    private String outcome = REPEATED;

    DecisionMeters(BoundedContext<C, E, ?> context, MeterRegistry registry) {
        this.context = context;
        this.format = context.events();
        this.registry = registry;
        decisions = timer("dungeon.decision", "How long a command takes from its admission to its events", DECISIONS);
        lag = timer(
                "dungeon.command.lag",
                "From the broker's stamp of a command to the commit that makes its outcome visible",
                LAGS);
        timersLate = timer("dungeon.timer.late", "How long after it was due a timer fired", LAGS);
    }

    /** The task begins anew, so what its thread had decided without a commit is decided again. */
    void begin() {
        CommitLag.ofThread().aborted();
    }

    /** Of an aggregate the events of one decision, at least one. */
    void published(List<E> events, AuthenticatedCommand<C> by, long nowMs) {
        E first = events.get(0);
        SpecificRecord payload = format.payloadOf(first);
        Object code = rejectionCode(payload);
        boolean ofTimer = code == null && isOfTimer(first, by);
        outcome = code != null ? "rejected" : ofTimer ? REPEATED : "accepted";
        if (code != null) {
            counter("dungeon.commands.rejected", "Commands that were refused", "code", code.toString())
                    .increment();
        }
        if (ofTimer) {
            long timeMs = format.time().apply(first).toEpochMilli();
            timersLate.record(Math.max(0, nowMs - timeMs), TimeUnit.MILLISECONDS);
        }
    }

    /** A command was handled, after so long. */
    void handled(AuthenticatedCommand<C> command, long nanos) {
        decisions.record(nanos, TimeUnit.NANOSECONDS);
        String type =
                context.commands().payloadOf(command.command()).getSchema().getName();
        counter("dungeon.commands.decided", "Commands that were decided", "type", type, "outcome", outcome)
                .increment();
        CommitLag.ofThread().decided(lag, command.metadata().appendTimeMs());
        outcome = REPEATED;
    }

    /** Whether an event came of a timer, and not of the command that let it fire. */
    private boolean isOfTimer(E event, AuthenticatedCommand<C> command) {
        return !Objects.equals(
                format.commandId().apply(event), context.commands().commandId().apply(command.command()));
    }

    /** A rejection of any context has a code, and is what the context calls so. */
    private static Object rejectionCode(SpecificRecord payload) {
        Schema schema = payload.getSchema();
        if (!schema.getName().equals("CommandRejected")) {
            return null;
        }
        return payload.get(schema.getField("code").pos());
    }

    private Timer timer(String name, String description, Duration[] buckets) {
        return Timer.builder(name)
                .description(description)
                .tag(CONTEXT, context.name())
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    private Counter counter(String name, String description, String... tags) {
        return counters.computeIfAbsent(
                name + String.join(",", tags),
                any -> Counter.builder(name)
                        .description(description)
                        .tag(CONTEXT, context.name())
                        .tags(tags)
                        .register(registry));
    }
}
