package dungeon.robots.evolve;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.DAY_MS;
import static dungeon.robots.GameScenario.DURATION_MS;
import static dungeon.robots.GameScenario.GAME;
import static dungeon.robots.GameScenario.START_MS;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Progress;
import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.MapPlan;
import dungeon.robots.state.RobotsTimers;
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
import dungeon.schemas.state.Counters;
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
                .setRulesVersion(1)
                .setExpiresAtMs(START_MS + DAY_MS)
                .build();
        assertThat(game.records().game()).isEqualTo(expected);
    }

    @Test
    void aRobotAnAccountATileAndAMine() {
        game.at(20).move(ANN, robot, Direction.E);

        assertThat(game.records().robot(robot))
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
        assertThat(game.records().account(ANN.playerId()))
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
        assertThat(game.records().account(BOB.playerId()))
                .isEqualTo(Account.newBuilder()
                        .setSequence(4)
                        .setPlayerId(BOB.playerId())
                        .setPlayerName("Bob")
                        .setNumber(1)
                        .setHomeStation(tile(4, 0))
                        .setBalance(500)
                        .build());
        assertThat(game.records().tile(1, 0))
                .isEqualTo(new MapTile(
                        8L, 1, 0, Gravity.MEDIUM, Structure.STAR_SYSTEM, null, ByteBuffer.wrap(new byte[] {1})));
        assertThat(game.records().mine(2, 3)).isEqualTo(new Mine(2L, 2, 3, Resource.BIO_MATTER, 100, 100, 2L));
    }

    @Test
    void timersAreSetByTheEventsThatSayWhen() {
        assertThat(game.records().timers())
                .containsExactly(new DueTimer(START_MS + DURATION_MS, 5, RobotsTimers.end()));
        // One move runs at once, the next one waits.
        game.at(20).move(ANN, robot, Direction.E);
        game.at(30).move(ANN, robot, Direction.E);
        assertThat(game.records().robot(robot).getRunsAtMs()).isEqualTo(START_MS + 2_020);
        assertThat(game.records().timers())
                .containsExactly(
                        new DueTimer(START_MS + 2_020, 9, RobotsTimers.queue(robot)),
                        new DueTimer(START_MS + DURATION_MS, 5, RobotsTimers.end()));

        game.at(40).send(ADMINISTRATOR, new EndGame());
        assertThat(game.records().timers())
                .containsExactly(new DueTimer(START_MS + 40 + 3_600_000, 10, RobotsTimers.purge()));
    }

    @Test
    void aGameCountsTheDrawsAndIdsThatItHasGivenOut() {
        // The voucher and the robot have an id each, and a million draws belong to the map.
        assertThat(game.records().counters()).isEqualTo(new Counters(7L, 1_000_000L, 2L));
        assertThat(game.records().progress()).isEqualTo(new Progress(7L, START_MS + 10, false));
    }

    @Test
    void aRobotThatHasJustAppeared() {
        assertThat(game.records().robot(robot).getSequence()).isEqualTo(7);
        assertThat(game.records().tile(0, 0).getSequence()).isEqualTo(7);
    }

    @Test
    void stationsAreInOrderOfRowsHoweverTheMapHasThem() {
        MapPlan map = MapPlan.of(4, 4).station(1, 3).station(3, 0).station(2, 0).mine(0, 0);
        GameScenario scenario = GameScenario.created(map);

        scenario.join(ANN).gives(new PlayerJoined("Ann", tile(2, 0), 500L, 0));
        scenario.join(BOB).gives(new PlayerJoined("Bob", tile(3, 0), 500L, 1));
        scenario.join(GameScenario.CID).gives(new PlayerJoined("Cid", tile(1, 3), 500L, 2));
    }
}
