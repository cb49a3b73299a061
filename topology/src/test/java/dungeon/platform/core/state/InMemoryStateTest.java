package dungeon.platform.core.state;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.GAME;
import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.Progress;
import dungeon.robots.GameRecords;
import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.state.RobotsTables;
import dungeon.robots.state.RobotsTimers;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests and audits compare the state of whole aggregates, so a difference in any kind of record has to count. */
class InMemoryStateTest {
    static Stream<Consumer<GameRecords>> differences() {
        return Stream.of(
                records -> {
                    Game game = Given.copy(records.game());
                    game.setParticipants(7);
                    records.put(RobotsTables.GAMES, game);
                },
                records -> {
                    Progress progress = Given.copy(records.progress());
                    progress.setTimeMs(7L);
                    records.put(RobotsTables.ALL.progress(), progress);
                },
                records -> {
                    Counters counters = Given.copy(records.counters());
                    counters.setIds(7L);
                    records.put(RobotsTables.COUNTERS, counters);
                },
                records -> {
                    MapTile tile = Given.copy(records.tile(1, 1));
                    tile.setSequence(7);
                    records.put(RobotsTables.TILES, tile);
                },
                records -> {
                    Mine mine = Given.copy(records.mine(2, 3));
                    mine.setRemainingUnits(7);
                    records.put(RobotsTables.MINES, mine);
                },
                records -> {
                    Robot robot = Given.copy(records.robots().get(0));
                    robot.setHealth(7);
                    records.put(RobotsTables.ROBOTS, robot);
                },
                records -> {
                    Account account = Given.copy(records.account(ANN.playerId()));
                    account.setBalance(7);
                    records.put(RobotsTables.ACCOUNTS, account);
                },
                records -> records.put(RobotsTables.DEPOSITS, new Deposits(7L, List.of())),
                records -> records.state().add(new DueTimer(7, 7, RobotsTimers.purge())));
    }

    @Test
    void tellsWhatIsThereFromWhatWasThere() {
        InMemoryState state = new InMemoryState(ToyTables.ALL, "toy");
        assertThat(state.isTaken()).isFalse();
        assertThat(state.exists()).isFalse();

        state.put(ToyTables.ALL.progress(), new Progress(1L, 5L, false));
        assertThat(state.isTaken()).isTrue();
        assertThat(state.exists()).isTrue();

        state.put(ToyTables.ALL.progress(), new Progress(2L, 6L, true));
        assertThat(state.isTaken()).isTrue();
        assertThat(state.exists()).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void differences(Consumer<GameRecords> difference) {
        GameRecords records = records();
        difference.accept(records);

        assertThat(records).isNotEqualTo(records()).isNotEqualTo(null);
    }

    @Test
    void whatNoEventTellsDoesNotCount() {
        GameRecords records = records();
        records.put(RobotsTables.SECRETS, new Secret(ByteBuffer.allocate(32)));
        records.put(RobotsTables.ALL.causes(), new Cause("lobby", "player:ann", 7L, 0));

        assertThat(records.state())
                .isEqualTo(records().state())
                .hasSameHashCodeAs(records().state());
        assertThat(records.state().toString()).contains(GAME, "tiles: 20", "timers: [DueTimer");
    }

    @Test
    void statesOfDifferentAggregatesAreDifferent() {
        assertThat(new InMemoryState(RobotsTables.ALL, GAME))
                .isNotEqualTo(new InMemoryState(RobotsTables.ALL, GameScenario.idOf(1)));
    }

    @Test
    void itIsTheStateOfOneAggregateOnly() {
        InMemoryState state = new InMemoryState(RobotsTables.ALL, GAME);
        state.select(GAME);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.select(GameScenario.idOf(1)))
                .withMessageContaining(GAME)
                .withMessageContaining(GameScenario.idOf(1));
    }

    private static GameRecords records() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        game.buyRobot(ANN);
        return game.records();
    }
}
