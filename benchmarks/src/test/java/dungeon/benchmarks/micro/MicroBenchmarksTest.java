package dungeon.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MicroBenchmarksTest {
    @Test
    void runsABenchmarkAndNamesItsResult() {
        MicroOptions once = new MicroOptions("TokenBenchmark.seenBefore", 0, 0, 1, Duration.ofMillis(20), List.of());
        assertThat(MicroBenchmarks.run(once)).singleElement().satisfies(result -> {
            assertThat(result.name()).isEqualTo("Token.seenBefore");
            assertThat(result.score()).isPositive();
            assertThat(result.unit()).isEqualTo("ops/s");
        });
    }

    @Test
    void decidesMovesOnStores() {
        MicroOptions once = new MicroOptions("moveRobotOnStores|getRobot", 0, 0, 1, Duration.ofMillis(20), List.of());
        assertThat(MicroBenchmarks.run(once))
                .extracting(MicroResult::name)
                .containsExactlyInAnyOrder("Store.moveRobotOnStores", "Store.getRobot");
    }

    @Test
    void saysWhetherTheTargetIsReached() {
        MicroResult slow = new MicroResult(MicroBenchmarks.MIX, 999_999, 1, "ops/s");
        MicroResult fast = new MicroResult(MicroBenchmarks.MIX, 1_000_000, 1, "ops/s");
        assertThat(MicroBenchmarks.report(List.of(slow))).contains("999,999", "not reached");
        assertThat(MicroBenchmarks.report(List.of(fast))).contains(": reached");
    }

    /** A log of rejections would measure how fast nothing is done. */
    @Test
    void measuresOrdersThatSucceed() {
        Map<String, CommandLog> logs = Map.of(
                "RobotMoved", Logs.moves(1, 3_000),
                "RobotAttacked", Logs.attacks(3_000),
                "MiningStarted", Logs.mining(3_000),
                "ResourcesSold", Logs.sales(3_000),
                "RobotSpawned", Logs.purchases(3_000),
                "RobotUpgraded", Logs.upgrades(3_000));
        logs.forEach((outcome, log) ->
                assertThat(outcomes(log)).containsEntry(outcome, 3_000L).doesNotContainKeys(FAILURES));
    }

    @Test
    void movesAHundredThousandRobotsOverSixtyFourGames() {
        assertThat(outcomes(Logs.moves(64, 100_000))).isEqualTo(Map.of("RobotMoved", 100_000L));
    }

    @Test
    void mixesWhatBotsDo() {
        assertThat(outcomes(Logs.matches(3_000)))
                .containsKeys("RobotMoved", "MiningStarted", "ResourcesMined", "ResourcesSold", "RobotSpawned");
    }

    private static final String[] FAILURES = {ActionFailed.class.getSimpleName(), CommandRejected.class.getSimpleName()
    };

    private static Map<String, Long> outcomes(CommandLog log) {
        List<Event> events = new ArrayList<>();
        log.play(log.begin(), events::addAll);
        return events.stream()
                .map(event -> event.getPayload().getClass().getSimpleName())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
