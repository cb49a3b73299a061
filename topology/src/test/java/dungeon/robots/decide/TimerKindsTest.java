package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.DURATION_MS;
import static dungeon.robots.GameScenario.condition;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.MapPlan.everywhere;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.Direction;
import dungeon.schemas.Discovery;
import dungeon.schemas.Event;
import dungeon.schemas.Levels;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timers of different kinds that are due in the same millisecond: in the order in which they were set. */
class TimerKindsTest {
    private static final long FULL = 20 * 5000;
    private static final Levels LEVEL_0 = new Levels(0, 0, 0, 0, 0, 0, 0, 0);
    private static final Tile MINE = tile(1, 0);

    private static MapPlan map(long delayMs) {
        return MapPlan.of(4, 2)
                .station(0, 0)
                .deposit(1, 0, Resource.BIO_MATTER, 100)
                .discovery(new Discovery(everywhere(), Resource.BIO_MATTER, 1000, delayMs, new UnitRange(1, 1), 1));
    }

    /** One robot brings a discovery at 10 s, one mines until then, one moves then; set in the order that is given. */
    @ParameterizedTest
    @CsvSource({
        "discovery mine move, MineDiscovered ResourcesMined ActionFailed",
        "discovery move mine, MineDiscovered ActionFailed ResourcesMined",
        "mine discovery move, ResourcesMined MineDiscovered ActionFailed",
        "mine move discovery, ResourcesMined ActionFailed MineDiscovered",
        "move discovery mine, ActionFailed MineDiscovered ResourcesMined",
        "move mine discovery, ActionFailed ResourcesMined MineDiscovered"
    })
    void queueMiningAndDiscovery(String order, String events) {
        Rules rules = defaults();
        rules.setMoveCooldownMs(5_000);
        GameScenario game = GameScenario.started(map(5_000), rules, ANN);
        String finder = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        String miner = game.spawn(ANN, LEVEL_0, condition(tile(0, 0), FULL, 0, 0, 0));
        String mover = game.spawn(ANN, LEVEL_0, condition(tile(0, 0), FULL, 0, 0, 0));
        // Each has a timer at 5 s, in this order, which then sets one at 10 s.
        for (String word : order.split(" ", -1)) {
            switch (word) {
                case "discovery" -> game.send(ANN, new StartMining(finder, null));
                case "mine" -> {
                    game.move(ANN, miner, Direction.W);
                    game.send(ANN, new StartMining(miner, MINE));
                }
                default -> {
                    game.move(ANN, mover, Direction.W);
                    game.move(ANN, mover, Direction.W);
                    game.move(ANN, mover, Direction.W);
                }
            }
        }
        game.at(9_999).tick();

        assertThat(kinds(game.at(10_000).tick())).isEqualTo(events);
        assertThat(game.replayed()).isEqualTo(game.records());
    }

    @Test
    void theEndOfTheGameWasSetAtItsStartSoItComesFirst() {
        Rules rules = defaults();
        rules.setMoveCooldownMs(5_000);
        GameScenario game = GameScenario.started(map(5_000), rules, ANN);
        String finder = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        String miner = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        String mover = game.buyRobot(ANN);
        game.at(DURATION_MS - 10_000).send(ANN, new StartMining(finder, null));
        game.at(DURATION_MS - 5_000).send(ANN, new StartMining(miner, null));
        game.move(ANN, mover, Direction.W);
        game.move(ANN, mover, Direction.W);
        assertThat(game.records().timers())
                .hasSize(4)
                .allMatch(timer -> timer.dueMs() == GameScenario.START_MS + DURATION_MS);

        assertThat(kinds(game.at(DURATION_MS).tick())).isEqualTo("GameEnded");
        assertThat(game.records().timers()).hasSize(1);
        assertThat(game.replayed()).isEqualTo(game.records());
    }

    @Test
    void aMillisecondBeforeTheEndEverythingStillRuns() {
        Rules rules = defaults();
        rules.setMoveCooldownMs(5_000);
        GameScenario game = GameScenario.started(map(5_000), rules, ANN);
        String finder = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        String miner = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        String mover = game.buyRobot(ANN);
        game.at(DURATION_MS - 10_001).send(ANN, new StartMining(finder, null));
        game.at(DURATION_MS - 5_001).send(ANN, new StartMining(miner, null));
        game.move(ANN, mover, Direction.W);
        game.move(ANN, mover, Direction.W);

        assertThat(kinds(game.at(DURATION_MS).tick()))
                .isEqualTo("MineDiscovered ResourcesMined ActionFailed GameEnded");
    }

    @Test
    void aGameThatIsPurgedAtOnceIsPurgedAfterItsEnd() {
        Rules rules = defaults();
        rules.setPurgedAfterMs(0);
        rules.setMoveCooldownMs(5_000);
        GameScenario game = GameScenario.started(map(5_000), rules, ANN);
        String mover = game.buyRobot(ANN);
        game.at(DURATION_MS - 5_000).move(ANN, mover, Direction.W);
        game.move(ANN, mover, Direction.W);

        assertThat(kinds(game.at(DURATION_MS).tick())).isEqualTo("GameEnded GamePurged");
    }

    private static String kinds(Outcome outcome) {
        return String.join(
                " ",
                outcome.events().stream()
                        .map(Event::getPayload)
                        .map(payload -> payload.getClass().getSimpleName())
                        .toList());
    }
}
