package dungeon.platform.streams.trace;

import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.process.LogContext;
import dungeon.platform.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.header.Headers;

/**
 * The spans of the decisions of a task. The trace of a command goes on in its events; that of a timer is the one of the decision that set it, also
 * in the tick that asks for it, and what is remembered for that is in memory only: nothing of a trace is ever written to a store. Used by one
 * thread.
 */
public final class DecisionTraces {
    /** So many timers of a task keep the trace of who set them; the others fire without. */
    static final int TIMERS_MAXIMUM = 1_000;

    /** A chain of timers that set each other would go on for as long as a game. */
    static final Duration CHAIN_MAXIMUM = Duration.ofMinutes(5);

    private record TimerOf(String aggregateId, TimerId id) {}

    /**
     * A trace that somebody may go on with.
     *
     * @param sinceMs when the order came with which it began here, in ms since 1970
     */
    private record Remembered(SpanContext trace, long sinceMs) {}

    private static final Remembered NONE = new Remembered(SpanContext.getInvalid(), 0);

    private final Tracing tracing;
    private final LongSupplier timeMs;
    private final Map<TimerOf, Remembered> byTimer = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TimerOf, Remembered> eldest) {
            return size() > TIMERS_MAXIMUM;
        }
    };

    /** Of the decision under way: the timers that it has set, and the trace of the one that it is about. */
    private final List<TimerOf> set = new ArrayList<>();

    private Remembered fired = NONE;
    /** Of the command under way, or of the tick. */
    private Remembered arrived = NONE;

    private long startNanos;

    public DecisionTraces(Tracing tracing) {
        this(tracing, System::currentTimeMillis);
    }

    DecisionTraces(Tracing tracing, LongSupplier timeMs) {
        this.tracing = tracing;
        this.timeMs = timeMs;
    }

    /** A command, or a tick, is begun. */
    public void begin(Headers headers) {
        if (tracing.isOn()) {
            arrived = new Remembered(tracing.of(headers), timeMs.getAsLong());
            SpanContext trace = arrived.trace();
            LogContext.tracedAs(trace.isValid() ? trace.getTraceId() : "");
            startNanos = nowNanos();
            forgetDecision();
        }
    }

    /** A decision has set a timer. */
    public void timerSet(String aggregateId, DueTimer timer) {
        if (tracing.isOn()) {
            set.add(new TimerOf(aggregateId, timer.id()));
        }
    }

    /** A decision is about a timer, or has cancelled it. */
    public void timerRemoved(String aggregateId, DueTimer timer) {
        if (tracing.isOn()) {
            Remembered before = byTimer.remove(new TimerOf(aggregateId, timer.id()));
            if (before != null && !fired.trace().isValid()) {
                fired = before;
            }
        }
    }

    /**
     * A decision is made.
     *
     * @param what came of it
     * @param ofTimer whether a timer was the reason
     * @return the headers of its events
     */
    public Headers decided(String what, String aggregateId, String commandId, boolean ofTimer) {
        if (!tracing.isOn()) {
            return Tracing.headersOf(SpanContext.getInvalid());
        }
        Remembered cause = ofTimer && fired.trace().isValid() ? fired : arrived;
        SpanContext trace = cause.trace();
        if (trace.isValid()) {
            Span span = tracing.begin("decide " + what, SpanKind.CONSUMER, trace, startNanos);
            boolean kept = span.isRecording();
            if (kept) {
                span.setAttribute("dungeon.aggregate.id", aggregateId);
                span.setAttribute("dungeon.timer", ofTimer);
                if (commandId != null) {
                    span.setAttribute("dungeon.command.id", commandId);
                }
            }
            span.end();
            trace = span.getSpanContext();
            // Whoever can write a header names a trace; of those that are not kept nothing is remembered.
            if (kept) {
                rememberTimers(trace, cause.sinceMs());
            }
        }
        startNanos = nowNanos();
        forgetDecision();
        return Tracing.headersOf(trace);
    }

    /** The headers of a tick that asks for a timer. */
    public Headers ofTick(String aggregateId, DueTimer timer) {
        if (!tracing.isOn() || timer == null) {
            return Tracing.headersOf(SpanContext.getInvalid());
        }
        return Tracing.headersOf(
                byTimer.getOrDefault(new TimerOf(aggregateId, timer.id()), NONE).trace());
    }

    private void rememberTimers(SpanContext trace, long sinceMs) {
        if (timeMs.getAsLong() - sinceMs <= CHAIN_MAXIMUM.toMillis()) {
            set.forEach(timer -> byTimer.put(timer, new Remembered(trace, sinceMs)));
        }
    }

    private void forgetDecision() {
        set.clear();
        fired = NONE;
    }

    private long nowNanos() {
        return TimeUnit.MILLISECONDS.toNanos(timeMs.getAsLong());
    }
}
