package dungeon.platform.streams.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.tracing.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DecisionTracesTest {
    private static final DueTimer TIMER = new DueTimer(5_000, 3, new TimerId(1, "robot"));
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private long nowMs = 1_000;
    private final DecisionTraces traces =
            new DecisionTraces(Tracing.of(OpenTelemetrySdk.builder().build()), () -> nowMs);

    private static Headers sent() {
        return new RecordHeaders()
                .add("traceparent", ("00-" + TRACE + "-00f067aa0ba902b7-01").getBytes(StandardCharsets.UTF_8));
    }

    private void orderSets(String game, DueTimer timer) {
        traces.begin(sent());
        traces.timerSet(game, timer);
        traces.decided("RobotMoved", game, "command", false);
    }

    private boolean tickIsTraced(String game) {
        Headers headers = traces.ofTick(game, TIMER);
        return headers.lastHeader("traceparent") != null
                && new String(headers.lastHeader("traceparent").value(), StandardCharsets.UTF_8).contains(TRACE);
    }

    @Test
    void aTickGoesOnWithTheOrderThatSetItsTimer() {
        assertThat(tickIsTraced("game")).isFalse();
        orderSets("game", TIMER);

        assertThat(tickIsTraced("game")).isTrue();
        assertThat(tickIsTraced("another game")).isFalse();
        assertThat(traces.ofTick("game", null)).isEmpty();
    }

    @Test
    void aTimerThatWasCancelledOrHasFiredIsForgotten() {
        orderSets("game", TIMER);
        traces.timerRemoved("game", TIMER);

        assertThat(tickIsTraced("game")).isFalse();
    }

    @Test
    void aChainOfTimersEndsAfterAWhile() {
        orderSets("game", TIMER);
        long beganMs = nowMs;
        int links = 0;
        while (tickIsTraced("game") && links < 1_000) {
            nowMs += 10_000;
            traces.begin(new RecordHeaders());
            traces.timerRemoved("game", TIMER);
            traces.timerSet("game", TIMER);
            traces.decided("MineDiscovered", "game", null, true);
            links++;
        }

        assertThat(nowMs - beganMs).isEqualTo(DecisionTraces.CHAIN_MAXIMUM.toMillis() + 10_000);
    }

    @Test
    void remembersNoMoreThanItsBound() {
        traces.begin(sent());
        for (int game = 0; game <= DecisionTraces.TIMERS_MAXIMUM; game++) {
            traces.timerSet("game " + game, TIMER);
        }
        traces.decided("RobotMoved", "game", "command", false);

        assertThat(tickIsTraced("game 0")).isFalse();
        assertThat(tickIsTraced("game 1")).isTrue();
    }

    @Test
    void remembersNoTraceThatIsNotKeptAlthoughItGoesOnInTheEvents() {
        DecisionTraces unkept = new DecisionTraces(
                Tracing.of(OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder()
                                .setSampler(Sampler.alwaysOff())
                                .build())
                        .build()),
                () -> nowMs);
        unkept.begin(sent());
        unkept.timerSet("game", TIMER);

        assertThat(unkept.decided("RobotMoved", "game", "command", false)).hasSize(1);
        assertThat(unkept.ofTick("game", TIMER)).isEmpty();
    }

    @Test
    void offItDoesNothing() {
        DecisionTraces off = new DecisionTraces(Tracing.off());
        off.begin(sent());
        off.timerSet("game", TIMER);

        assertThat(off.decided("RobotMoved", "game", "command", false)).isEmpty();
        assertThat(off.ofTick("game", TIMER)).isEmpty();
    }
}
