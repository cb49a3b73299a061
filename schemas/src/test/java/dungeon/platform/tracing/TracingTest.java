package dungeon.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Tracing tracing = tracing(Sampler.parentBased(Sampler.alwaysOff()));

    private Tracing tracing(Sampler root) {
        return Tracing.of(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(root)
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build());
    }

    private static Headers headers(String traceParent) {
        return new RecordHeaders().add("traceparent", traceParent.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goesOnWithTheTraceOfARecordAndHandsItOn() {
        Span span = tracing.begin("decide", SpanKind.CONSUMER, tracing.of(headers(SAMPLED)));
        Headers next = Tracing.headersOf(span.getSpanContext());
        span.end();

        assertThat(exporter.getFinishedSpanItems()).hasSize(1);
        assertThat(exporter.getFinishedSpanItems().get(0).getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(new String(next.lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .isEqualTo("00-" + TRACE + "-" + span.getSpanContext().getSpanId() + "-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "zz-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-and-much-more"
            })
    void whatIsNoTraceThatIsKeptIsNone(String header) {
        assertThat(tracing.of(headers(header)).isValid()).isFalse();
        assertThat(Tracing.headersOf(tracing.of(headers(header)))).isEmpty();
    }

    @Test
    void offItReadsAndBeginsNothing() {
        Tracing off = Tracing.off();

        assertThat(off.isOn()).isFalse();
        assertThat(off.of(headers(SAMPLED)).isValid()).isFalse();
        assertThat(off.beginRequest("POST", SAMPLED).getSpanContext().isValid()).isFalse();
        assertThat(off.begin("decide", SpanKind.INTERNAL, SpanContext.getInvalid())
                        .isRecording())
                .isFalse();
    }

    @Test
    void aRequestGoesOnWithItsSendersTraceOrBeginsOneIfItIsDrawn() {
        tracing.beginRequest("POST", SAMPLED).end();
        tracing.beginRequest("POST", null).end();
        tracing(Sampler.alwaysOn()).beginRequest("POST", "nonsense").end();

        assertThat(exporter.getFinishedSpanItems())
                .extracting(span -> span.getTraceId().equals(TRACE))
                .containsExactly(true, false);
    }

    @Test
    void beyondTheBudgetTheTraceIsHandedOnWithoutASpan() {
        SpanContext trace = tracing.of(headers(SAMPLED));
        for (int i = 0; i < Tracing.SPANS_PER_SECOND_MAXIMUM; i++) {
            tracing.begin("decide", SpanKind.INTERNAL, trace).end();
        }
        Span beyond = tracing.begin("decide", SpanKind.INTERNAL, trace);

        // Unless a second has gone by in this loop, which takes some ms.
        assertThat(beyond.isRecording()).isFalse();
        assertThat(beyond.getSpanContext()).isEqualTo(trace);
    }

    @Test
    void theBudgetIsFullAgainAfterASecond() {
        long[] nowNanos = {0};
        SpanBudget budget = new SpanBudget(1, () -> nowNanos[0]);

        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
        nowNanos[0] = TimeUnit.SECONDS.toNanos(1);
        assertThat(budget.take()).isTrue();
    }
}
