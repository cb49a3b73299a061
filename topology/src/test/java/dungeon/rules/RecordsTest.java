package dungeon.rules;

import static dungeon.rules.GameScenario.ADMINISTRATOR;
import static dungeon.rules.GameScenario.ANN;
import static dungeon.rules.GameScenario.BOB;
import static dungeon.rules.GameScenario.DURATION_MS;
import static dungeon.rules.GameScenario.GAME;
import static dungeon.rules.GameScenario.START_MS;
import static dungeon.rules.GameScenario.defaults;
import static dungeon.rules.MapPlan.crossroads;
import static dungeon.rules.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.GameState;
import dungeon.schemas.Gravity;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.Resource;
import dungeon.schemas.Standing;
import dungeon.schemas.Structure;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records of a small game to the last field: what queries show and what decisions are made from. */
class RecordsTest {
    private static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    /** SHA-256 of the bytes 0 to 31, computed with sha256sum. */
    private static final String SEED_HASH = "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";

    // Events: 1 created, 2 map, 3 Ann joined, 4 Bob joined, 5 started, 6 purchased, 7 spawned, 8 moved, 9 ended.
    private final GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
    private final String robot = game.at(10).buyRobot(ANN);

    @Test
    void aGame() {
        game.at(20).send(ADMINISTRATOR, new EndGame());

        Game expected = Game.newBuilder()
                .setSequence(8)
                .setGameId(GAME)
                .setState(GameState.ENDED)
                .setMapName("plan")
                .setWidth(5)
                .setHeight(4)
                .setBlackHoleDestruction(500)
                .setStations(List.of(tile(0, 0), tile(4, 0)))
                .setDiscoveries(List.of())
                .setRules(defaults())
                .setParticipantLimit(4)
                .setParticipants(2)
                .setDurationMs(DURATION_MS)
                .setSeedHash(SEED_HASH)
                .setPracticeFor(null)
                .setCreatedAtMs(START_MS)
                .setStartedAtMs(START_MS)
                .setEndsAtMs(START_MS + DURATION_MS)
                .setEndedAtMs(START_MS + 20)
                .setEndReason(EndReason.ADMINISTRATOR)
                .setSeed(SEED)
                .setStandings(List.of(
                        new Standing(BOB.playerId(), 1, 0, 0, 0, 0, 0, 0, 500L),
                        new Standing(ANN.playerId(), 2, 0, 0, 0, 0, 0, 0, 400L)))
                .setTimerDueMs(START_MS + 20 + 3_600_000)
                .setTimerSetBy(8)
                .build();
        assertThat(game.world().game()).isEqualTo(expected);
    }

    @Test
    void aRobotAnAccountATileAndAMine() {
        game.at(20).move(ANN, robot, Direction.E);

        assertThat(game.world().robot(robot))
                .isEqualTo(Robot.newBuilder()
                        .setSequence(8)
                        .setRobotId(robot)
                        .setPlayerId(ANN.playerId())
                        .setName("Ann-1")
                        .setX(1)
                        .setY(0)
                        .setHealth(1_000_000)
                        .setEnergy(90_000)
                        .setAsOfMs(START_MS + 20)
                        .setReadyAtMs(START_MS + 2_020)
                        .setLevels(Given.levels())
                        .build());
        assertThat(game.world().account(ANN.playerId()))
                .isEqualTo(Account.newBuilder()
                        .setSequence(8)
                        .setPlayerId(ANN.playerId())
                        .setPlayerName("Ann")
                        .setNumber(0)
                        .setHomeStation(tile(0, 0))
                        .setBalance(400)
                        .setRobots(1)
                        .setRobotsBought(1)
                        .setTravelling(2)
                        .build());
        assertThat(game.world().account(BOB.playerId()))
                .isEqualTo(Account.newBuilder()
                        .setSequence(4)
                        .setPlayerId(BOB.playerId())
                        .setPlayerName("Bob")
                        .setNumber(1)
                        .setHomeStation(tile(4, 0))
                        .setBalance(500)
                        .build());
        assertThat(game.world().tile(1, 0))
                .isEqualTo(new MapTile(
                        8L, 1, 0, Gravity.MEDIUM, Structure.STAR_SYSTEM, null, ByteBuffer.wrap(new byte[] {1})));
        assertThat(game.world().mine(2, 3)).isEqualTo(new Mine(2L, 2, 3, Resource.BIO_MATTER, 100, 100, 2L));
    }

    @Test
    void aRobotThatHasJustAppeared() {
        assertThat(game.world().robot(robot).getSequence()).isEqualTo(7);
        assertThat(game.world().tile(0, 0).getSequence()).isEqualTo(7);
    }

    @Test
    void stationsAreInOrderOfRowsHoweverTheMapHasThem() {
        MapPlan map = MapPlan.of(4, 4).station(1, 3).station(3, 0).station(2, 0).mine(0, 0);
        GameScenario scenario = GameScenario.created(map);

        scenario.join(ANN).gives(new PlayerJoined("Ann", tile(2, 0), 500L));
        scenario.join(BOB).gives(new PlayerJoined("Bob", tile(3, 0), 500L));
        scenario.join(GameScenario.CID).gives(new PlayerJoined("Cid", tile(1, 3), 500L));
    }
}
