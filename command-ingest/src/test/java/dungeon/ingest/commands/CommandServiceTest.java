package dungeon.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.platform.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandServiceTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CommandRecord ORDER =
            CommandRecord.of("dungeon.commands.v1", "game", "a", "ada", new byte[0], "Bearer x");
    private static final CommittedEvent EVENT =
            new CommittedEvent("game", 1, "a", "ada", 0, 100, "done", JsonNodeFactory.instance::objectNode);

    private final ExecutorService answers = Executors.newSingleThreadExecutor(task -> new Thread(task, "answers"));
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final Outcomes outcomes = new Outcomes(LONG, 100, 100_000, System::nanoTime);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = Tracing.of(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build());
    private final CommandService service =
            new CommandService(writer(), outcomes, LONG, answers, meters, new CommandTraces(tracing));

    @AfterEach
    void stop() {
        answers.shutdownNow();
    }

    private CommandWriter writer() {
        Readiness readiness = new Readiness();
        readiness.isReady();
        return new CommandWriter(
                new KafkaClients() {
                    @Override
                    public String idOf(String topic) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Producer<String, byte[]> newProducer() {
                        return producer;
                    }

                    @Override
                    public Consumer<String, byte[]> newConsumer() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Consumer<String, byte[]> newReader() {
                        throw new UnsupportedOperationException();
                    }
                },
                readiness);
    }

    @Test
    void callersGoOnBesideTheThreadThatFollowsTheLog() throws Exception {
        CompletableFuture<String> thread = service.execute(List.of(ORDER))
                .thenApply(events -> Thread.currentThread().getName());
        outcomes.add(EVENT);

        assertThat(thread.get(10, TimeUnit.SECONDS)).isEqualTo("answers");
    }

    @Test
    void callersGoOnBesideTheThreadOfTheProducer() throws Exception {
        CompletableFuture<String> thread = service.send(List.of(ORDER))
                .thenApply(nothing -> Thread.currentThread().getName());
        producer.completeNext();

        assertThat(thread.get(10, TimeUnit.SECONDS)).isEqualTo("answers");
    }

    @Test
    void measuresHowLongAnOutcomeTook() {
        CompletableFuture<List<List<CommittedEvent>>> outcome = service.sendAndAwait(List.of(ORDER), LONG);
        assertThat(meters.get("dungeon.ingest.outcome").timer().count()).isZero();

        outcomes.add(EVENT);
        outcome.join();

        assertThat(meters.get("dungeon.ingest.outcome").timer().count()).isEqualTo(1);
        assertThat(meters.get("dungeon.ingest.outcome.unknown").counter().count())
                .isZero();
    }

    @Test
    void countsOutcomesThatWereNotKnownInTime() {
        producer.completeNext();
        CompletableFuture<List<List<CommittedEvent>>> outcome =
                service.sendAndAwait(List.of(ORDER), Duration.ofMillis(251));
        producer.completeNext();

        assertThat(outcome.join()).isEqualTo(List.of(List.of()));
        assertThat(meters.get("dungeon.ingest.outcome.unknown").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("dungeon.ingest.outcome").timer().count()).isZero();
    }

    @Test
    void doesNotCountWhoWaitsForLessThanWhatIsPromised() {
        CompletableFuture<List<List<CommittedEvent>>> outcome = service.sendAndAwait(List.of(ORDER), Duration.ZERO);
        producer.completeNext();

        assertThat(outcome.join()).isEqualTo(List.of(List.of()));
        assertThat(meters.get("dungeon.ingest.outcome.unknown").counter().count())
                .isZero();
    }

    @Test
    @SuppressWarnings("try")
    void theTraceOfARequestGoesOnWithTheRecordOfItsCommand() {
        CommandRecord order = CommandRecord.of("dungeon.commands.v1", "game", "a", "ada", new byte[0], "Bearer x");
        Span request = tracing.beginRequest("POST", null);
        try (Scope current = request.makeCurrent()) {
            var unused = service.sendAndAwait(List.of(order), LONG);
        }
        request.end();
        outcomes.add(EVENT);

        await().until(() -> spans.getFinishedSpanItems().size() == 2);
        SpanData command = spans.getFinishedSpanItems().get(1);
        assertThat(command.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
        assertThat(producer.history().get(0).headers().lastHeader("traceparent").value())
                .asString()
                .startsWith("00-%s-%s-0".formatted(command.getTraceId(), command.getSpanId()));
    }

    @Test
    void withoutATraceNothingIsWrittenOfOne() {
        var unused = service.send(List.of(ORDER));

        assertThat(producer.history().get(0).headers().lastHeader("traceparent"))
                .isNull();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void failuresAreToldThereToo() throws Exception {
        CompletableFuture<Void> sent = service.send(List.of(ORDER));
        CompletableFuture<String> thread = sent.handle(
                (nothing, failure) -> failure + " on " + Thread.currentThread().getName());
        producer.errorNext(new IllegalStateException("gone"));

        assertThat(thread.get(10, TimeUnit.SECONDS))
                .contains("Nothing was written")
                .endsWith(" on answers");
    }
}
