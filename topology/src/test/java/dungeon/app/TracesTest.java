package dungeon.app;

import static dungeon.app.TopologyFixture.GAME_ID;
import static dungeon.app.TopologyFixture.PLAYER_ID;
import static dungeon.app.TopologyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.tracing.Tracing;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Tick;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the trace of an order goes, and where it must not. */
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER_TRACE = "aaf92f3577b34da6a3ce929d0e0e4736";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private TopologyFixture fixture;
    private String robotId;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        Tracing tracing = Tracing.of(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build());
        fixture = new TopologyFixture(stateDir, 1, new Topology(), tracing);
        fixture.startGame();
        robotId = fixture.send(fixture.command(PLAYER_ID, new BuyRobots(1, null), 10), fixture.playerToken()).stream()
                .map(Event::getPayload)
                .filter(RobotSpawned.class::isInstance)
                .map(payload -> ((RobotSpawned) payload).getRobotId())
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private List<TestRecord<String, Event>> order(Command command, String trace) {
        Headers headers = new RecordHeaders().add("authorization", key("Bearer " + fixture.playerToken()));
        if (trace != null) {
            headers.add("traceparent", key("00-" + trace + "-00f067aa0ba902b7-01"));
        }
        headers.add("something", key("of the sender"));
        fixture.sendWithHeaders(key(GAME_ID), fixture.bytes(command), headers, command.getIssuedAt());
        return fixture.eventRecords();
    }

    private Command move(Direction direction, long afterMs) {
        return fixture.command(PLAYER_ID, new MoveRobot(robotId, direction), afterMs);
    }

    private static String traceOf(TestRecord<String, Event> event) {
        Header header = event.headers().lastHeader("traceparent");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8).substring(3, 35);
    }

    @Test
    void theTraceOfAnOrderGoesOnInItsEventsAndNothingElseOfItsHeaders() {
        List<TestRecord<String, Event>> events = order(move(Direction.N, 20), TRACE);

        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(traceOf(event)).isEqualTo(TRACE);
            assertThat(event.headers()).hasSize(1);
        });
        SpanData span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getName())
                .isEqualTo("decide "
                        + events.get(0).value().getPayload().getClass().getSimpleName());
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void theRejectionOfAnImpossibleIdHasTheTraceOfItsOwnOrder() {
        order(move(Direction.N, 20), TRACE);
        String noId = "no id";
        Headers headers = new RecordHeaders()
                .add("authorization", key("Bearer " + fixture.playerToken()))
                .add("traceparent", key("00-" + OTHER_TRACE + "-00f067aa0ba902b7-01"));
        Command command = move(Direction.S, 30);
        command.setGameId(noId);
        fixture.sendWithHeaders(key(noId), fixture.bytes(command), headers, command.getIssuedAt());

        List<TestRecord<String, Event>> rejections = fixture.eventRecords();

        assertThat(rejections).hasSize(1).allSatisfy(rejection -> {
            assertThat(rejection.value().getPayload()).isInstanceOf(CommandRejected.class);
            assertThat(traceOf(rejection)).isEqualTo(OTHER_TRACE);
        });
    }

    @Test
    void anOrderWithoutATraceHasNone() {
        assertThat(order(move(Direction.N, 20), null))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.headers()).isEmpty());
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void whatATimerCausesGoesOnWithTheOrderThatSetItWhoeverComesInBetween() {
        order(move(Direction.N, 20), null);
        // It waits for the cooldown of the one before.
        order(move(Direction.S, 30), TRACE);
        spans.reset();

        List<TestRecord<String, Event>> fired = order(fixture.command(null, new Tick(), 60_000), OTHER_TRACE);

        assertThat(fired).isNotEmpty();
        assertThat(traceOf(fired.get(0))).isEqualTo(TRACE);
    }

    @Test
    void withoutAMemoryOfTheOrderATimerGoesOnWithTheTick() {
        order(move(Direction.N, 20), null);
        order(move(Direction.S, 30), null);

        List<TestRecord<String, Event>> fired = order(fixture.command(null, new Tick(), 60_000), OTHER_TRACE);

        assertThat(fired).isNotEmpty();
        assertThat(traceOf(fired.get(0))).isEqualTo(OTHER_TRACE);
    }

    @Test
    void nothingOfATraceIsInAChangelog() {
        order(move(Direction.N, 20), TRACE);
        order(move(Direction.S, 30), TRACE);

        List<String> headers = new ArrayList<>();
        int changes = 0;
        for (String topic : fixture.driver().producedTopicNames()) {
            if (topic.endsWith("-changelog")) {
                for (TestRecord<byte[], byte[]> change : fixture.records(topic)) {
                    changes++;
                    change.headers().forEach(header -> headers.add(header.key()));
                }
            }
        }
        assertThat(changes).isPositive();
        assertThat(headers).isEmpty();
    }
}
