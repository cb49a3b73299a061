package dungeon.queries.events;

import dungeon.platform.tracing.Tracing;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last span of a trace: an event is handed to the first client that follows its game. */
final class FeedTraces {
    private final Tracing tracing;

    FeedTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    /** An event was taken from its record. */
    void taken(FeedEvent event, ConsumerRecord<?, ?> from) {
        SpanContext trace = tracing.of(from.headers());
        if (trace.isValid()) {
            event.belongsTo(trace);
        }
    }

    /** Events were handed to a client. */
    void sent(List<FeedEvent> events) {
        if (!tracing.isOn()) {
            return;
        }
        for (FeedEvent event : events) {
            SpanContext trace = event.takeTrace();
            if (trace != null) {
                tracing.begin("to the first client", SpanKind.PRODUCER, trace)
                        .setAttribute("dungeon.sequence", event.sequence())
                        .end();
            }
        }
    }
}
