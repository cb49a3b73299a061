package dungeon.queries.events;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.tracing.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FeedTracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final FeedTraces traces = new FeedTraces(Tracing.of(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build()));

    private FeedEvent event(long sequence, String traceParent) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("events", 0, sequence, new byte[0], new byte[0]);
        record.headers().add("traceparent", traceParent.getBytes(StandardCharsets.UTF_8));
        FeedEvent event = new FeedEvent(sequence, sequence, false, new byte[0]);
        traces.taken(event, record);
        return event;
    }

    @Test
    void aTraceEndsWithTheFirstClientWhoGetsTheEvent() {
        FeedEvent traced = event(1, "00-" + TRACE + "-00f067aa0ba902b7-01");
        FeedEvent other = event(2, "00-" + TRACE + "-00f067aa0ba902b7-00");

        traces.sent(List.of(traced, other));
        traces.sent(List.of(traced, other));

        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getName()).isEqualTo("to the first client");
        });
    }
}
