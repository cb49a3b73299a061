package dungeon.platform.streams.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.metrics.ServiceMeters;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class StreamsHealthTest {
    private final AtomicReference<State> state = new AtomicReference<>();
    private final StreamsHealth health = new StreamsHealth("The tried", state::get);

    @Test
    void livesWhileItWaitsForTheBrokersAndIsNeitherReadyNorStarted() {
        String waits = "The tried is waiting for the brokers and the registry";
        assertThat(health.fatalProblems()).isEmpty();
        assertThat(health.problems()).containsExactly(waits);
        assertThat(health.startProblems()).containsExactly(waits);

        state.set(State.REBALANCING);
        assertThat(health.fatalProblems()).isEmpty();
        assertThat(health.problems()).containsExactly("The tried is REBALANCING");
        assertThat(health.startProblems()).containsExactly("The tried is REBALANCING");
    }

    @Test
    void isReadyWhileItRunsAndHasStartedEverAfter() {
        state.set(State.RUNNING);
        assertThat(health.startProblems()).isEmpty();
        assertThat(health.problems()).isEmpty();

        state.set(State.REBALANCING);
        assertThat(health.fatalProblems()).isEmpty();
        assertThat(health.problems()).containsExactly("The tried is REBALANCING");
        assertThat(health.startProblems()).isEmpty();

        state.set(State.ERROR);
        assertThat(health.fatalProblems()).containsExactly("The tried is ERROR");
    }

    @Test
    void memoryIsMeasuredUnderTheNameOfTheService() {
        try (ServiceMeters meters = new ServiceMeters("dungeon-tried")) {
            new MemoryMeters().bindTo(meters.registry());

            assertThat(meters.registry().scrape())
                    .contains("dungeon_memory_limit_bytes{application=\"dungeon-tried\"} ")
                    .contains("dungeon_rocksdb_memory_bytes{application=\"dungeon-tried\",area=\"limit\"} ");
        }
    }
}
