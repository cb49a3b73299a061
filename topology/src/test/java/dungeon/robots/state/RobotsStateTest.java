package dungeon.robots.state;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.GAME;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.state.UnitOfWork;
import dungeon.robots.GameRecords;
import dungeon.robots.GameScenario;
import dungeon.schemas.state.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What decisions read of a game. */
class RobotsStateTest {
    private final GameScenario game = GameScenario.started(crossroads(), ANN, GameScenario.BOB);
    private final String robotId = game.buyRobot(ANN);
    private final GameRecords records = game.records();
    private final UnitOfWork work = new UnitOfWork(RobotsTables.ALL, records.state());
    private final RobotsState state = new RobotsState(work);

    @BeforeEach
    void beginWithTheGame() {
        work.begin(GAME);
    }

    @Test
    void readsEachRecordByItsKey() {
        assertThat(state.gameId()).isEqualTo(GAME);
        assertThat(state.game()).isEqualTo(records.game());
        assertThat(state.secret().getSeed()).isEqualTo(GameScenario.seed());
        assertThat(state.counters()).isEqualTo(records.counters());
        assertThat(state.tile(1, 0)).isEqualTo(records.tile(1, 0));
        assertThat(state.mine(tile(2, 3))).isEqualTo(records.mine(2, 3));
        assertThat(state.robot(robotId)).isEqualTo(records.robot(robotId));
        assertThat(state.account(ANN.playerId())).isEqualTo(records.account(ANN.playerId()));
        assertThat(state.accounts()).extracting(Account::getPlayerName).containsExactlyInAnyOrder("Ann", "Bob");
    }

    @Test
    void whatIsNotThereIsNull() {
        assertThat(state.deposits()).isNull();
        assertThat(state.mine(tile(0, 0))).isNull();
        assertThat(state.robot(GameScenario.idOf(99))).isNull();
        assertThat(state.account(GameScenario.CID.playerId())).isNull();
    }

    @Test
    void outsideOfTheMapThereIsNoTile() {
        assertThat(state.tile(tile(0, 0))).isEqualTo(records.tile(0, 0));
        assertThat(state.tile(tile(4, 3))).isEqualTo(records.tile(4, 3));
        assertThat(state.tile(tile(-1, 0))).isNull();
        assertThat(state.tile(tile(0, -1))).isNull();
        assertThat(state.tile(tile(5, 0))).isNull();
        assertThat(state.tile(tile(0, 4))).isNull();
    }

    @Test
    void aStationIsNowhereOutsideOfTheMap() {
        assertThat(Tiles.isStation(state.tile(tile(0, 0)))).isTrue();
        assertThat(Tiles.isStation(state.tile(tile(1, 0)))).isFalse();
        assertThat(Tiles.isStation(state.tile(tile(-1, 0)))).isFalse();
    }
}
