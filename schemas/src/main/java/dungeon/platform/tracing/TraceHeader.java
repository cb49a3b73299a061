package dungeon.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The header of a record, or of a request, that says to which trace it belongs, as the W3C has it. */
final class TraceHeader {
    static final String NAME = "traceparent";

    /** {@code 00-<trace, 32>-<span, 16>-<flags, 2>}; longer ones are of no version that is known. */
    private static final int LENGTH = 55;

    private static final TextMapGetter<String> ONLY_THIS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String header) {
            return Set.of(NAME);
        }

        @Override
        public String get(String header, String key) {
            return NAME.equals(key) ? header : null;
        }
    };

    private TraceHeader() {}

    /** The trace of a record that is kept; invalid for any other. */
    static SpanContext read(Headers headers) {
        Header header = headers.lastHeader(NAME);
        if (header == null || header.value() == null || header.value().length != LENGTH) {
            return SpanContext.getInvalid();
        }
        SpanContext trace = parse(new String(header.value(), StandardCharsets.US_ASCII));
        return trace.isSampled() ? trace : SpanContext.getInvalid();
    }

    static SpanContext parse(String header) {
        if (header == null || header.length() != LENGTH) {
            return SpanContext.getInvalid();
        }
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), header, ONLY_THIS);
        return Span.fromContext(context).getSpanContext();
    }

    static Header of(SpanContext trace) {
        String text = "00-%s-%s-%s"
                .formatted(
                        trace.getTraceId(),
                        trace.getSpanId(),
                        trace.getTraceFlags().asHex());
        return new RecordHeader(NAME, text.getBytes(StandardCharsets.US_ASCII));
    }
}
