package dungeon.ingest.commands;

import dungeon.platform.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;

/** The spans of commands, within that of the request that this thread is about: the trace goes on with each command's record. */
final class CommandTraces {
    private final Tracing tracing;

    CommandTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * Does something with commands, such as writing them, that takes as long as what it gives is not complete.
     *
     * @param name what is done
     */
    <T> CompletableFuture<T> of(
            String name, List<CommandRecord> commandRecords, Supplier<CompletableFuture<T>> action) {
        SpanContext request = Span.current().getSpanContext();
        if (!tracing.isOn() || !request.isSampled()) {
            return action.get();
        }
        List<Span> spans = commandRecords.stream()
                .map(commandRecord -> begin(name, commandRecord, request))
                .toList();
        try {
            return action.get().whenComplete((done, failure) -> spans.forEach(span -> end(span, failure)));
        } catch (RuntimeException e) {
            spans.forEach(span -> end(span, e));
            throw e;
        }
    }

    private Span begin(String name, CommandRecord commandRecord, SpanContext request) {
        Span span = tracing.begin(name, SpanKind.PRODUCER, request);
        span.setAttribute("messaging.destination.name", commandRecord.message().topic());
        span.setAttribute("dungeon.aggregate.id", commandRecord.message().key());
        span.setAttribute("dungeon.command.id", commandRecord.commandId());
        for (Header header : Tracing.headersOf(span.getSpanContext())) {
            commandRecord.message().headers().add(header);
        }
        return span;
    }

    private static void end(Span span, Throwable failure) {
        if (failure != null) {
            span.recordException(failure);
        }
        span.end();
    }
}
