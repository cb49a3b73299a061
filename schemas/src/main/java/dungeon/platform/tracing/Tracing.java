package dungeon.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The tracer of a service. It is off, and then costs a look at a field, unless OpenTelemetry's own settings name where traces go:
 * {@code OTEL_EXPORTER_OTLP_ENDPOINT} or {@code OTEL_TRACES_EXPORTER}, from the environment or as system properties ({@code
 * otel.traces.exporter}). A trace begins at an HTTP request of a player, for a tenth of them ({@code OTEL_TRACES_SAMPLER_ARG}), or where a
 * sender names one.
 */
public final class Tracing implements AutoCloseable {
    /** Whoever can write a header can ask for spans; beyond this many a second there are none. */
    static final int SPANS_PER_SECOND_MAXIMUM = 500;

    private static final long SHUTDOWN_MAXIMUM_MS = 1_000;

    private static final List<String> SWITCHES =
            List.of("otel.traces.exporter", "otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint");
    private static final Tracing OFF = new Tracing(null, new SpanBudget(0, System::nanoTime));

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;
    private final SpanBudget budget;

    private Tracing(OpenTelemetrySdk sdk, SpanBudget budget) {
        this.sdk = sdk;
        this.tracer = sdk == null ? null : sdk.getTracer("dungeon");
        this.budget = budget;
    }

    /** A tracer that does nothing. */
    public static Tracing off() {
        return OFF;
    }

    /** The tracer of a service, such as {@code dungeon-topology}, as the settings of the process have it. */
    public static Tracing of(String service) {
        if (SWITCHES.stream().allMatch(name -> setting(name).isEmpty())) {
            return OFF;
        }
        Map<String, String> defaults = Map.of(
                "otel.service.name",
                service,
                "otel.traces.sampler",
                "parentbased_traceidratio",
                "otel.traces.sampler.arg",
                "0.1",
                "otel.exporter.otlp.protocol",
                "http/protobuf",
                "otel.metrics.exporter",
                "none",
                "otel.logs.exporter",
                "none");
        return of(AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> defaults)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk());
    }

    /** A tracer that sends what it traces where the kit says. */
    public static Tracing of(OpenTelemetrySdk sdk) {
        return new Tracing(sdk, new SpanBudget(SPANS_PER_SECOND_MAXIMUM, System::nanoTime));
    }

    /** Whether anything is traced. */
    public boolean isOn() {
        return sdk != null;
    }

    /** The trace that a record belongs to; invalid if it belongs to none, or to one that nobody keeps. */
    public SpanContext of(Headers headers) {
        return isOn() ? TraceHeader.read(headers) : SpanContext.getInvalid();
    }

    /** The headers with which a trace goes on in another record; none for one that is invalid. */
    public static Headers headersOf(SpanContext trace) {
        RecordHeaders headers = new RecordHeaders();
        if (trace.isValid()) {
            headers.add(TraceHeader.of(trace));
        }
        return headers;
    }

    /** Begins a span of a trace. Where there is no trace, or too many spans, it is not kept, and hands on the trace as it was. */
    public Span begin(String name, SpanKind kind, SpanContext parent) {
        return begin(name, kind, parent, 0);
    }

    /** The same for what has begun at a time, in ns since 1970; 0 for now. */
    public Span begin(String name, SpanKind kind, SpanContext parent, long startNanos) {
        if (!isOn() || !parent.isSampled() || !budget.take()) {
            return Span.wrap(parent);
        }
        var builder = tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(parent)));
        if (startNanos > 0) {
            builder.setStartTimestamp(startNanos, TimeUnit.NANOSECONDS);
        }
        return builder.startSpan();
    }

    /**
     * Begins a span of a request, with which a trace begins, or goes on if the sender has one.
     *
     * @param traceParent the header of the request; null if it has none
     */
    public Span beginRequest(String name, String traceParent) {
        if (!isOn()) {
            return Span.getInvalid();
        }
        SpanContext sender = TraceHeader.parse(traceParent);
        if (sender.isSampled()) {
            return begin(name, SpanKind.SERVER, sender);
        }
        Span span = tracer.spanBuilder(name)
                .setSpanKind(SpanKind.SERVER)
                .setParent(Context.root())
                .startSpan();
        return span.isRecording() && budget.take() ? span : Span.getInvalid();
    }

    /** Sends what is still in hand. */
    @Override
    public void close() {
        if (isOn()) {
            // A collector that is away is no reason to end late.
            sdk.shutdown().join(SHUTDOWN_MAXIMUM_MS, TimeUnit.MILLISECONDS);
        }
    }

    private static Optional<String> setting(String name) {
        String property = System.getProperty(name);
        String value =
                property == null ? System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_')) : property;
        return Optional.ofNullable(value).filter(text -> !text.isBlank() && !text.equals("none"));
    }
}
