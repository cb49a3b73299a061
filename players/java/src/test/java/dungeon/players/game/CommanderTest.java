package dungeon.players.game;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Condition;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameStarted;
import dungeon.schemas.Gravity;
import dungeon.schemas.Levels;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.Resource;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Rules;
import dungeon.schemas.StartMining;
import dungeon.schemas.Upgrade;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a row of four tiles: a station, a mine of bio matter, a mine of cryo gas, and a void. */
class CommanderTest {
    private static final String ME = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";
    private static final String AT_STATION = "00000000-0000-4000-8000-00000000000a";
    private static final String AT_MINE = "00000000-0000-4000-8000-00000000000b";
    private static final String AT_CRYO_GAS = "00000000-0000-4000-8000-00000000000c";
    private static final String ENEMY = "00000000-0000-4000-8000-00000000000e";
    private static final Instant NOW = Instant.EPOCH;
    private static final byte[] LIGHT = {1, 1, 1, 1};
    private static final byte[] STRUCTURE = {1, 1, 1, 2};

    private final GameView view = new GameView(ME);
    private final OrderBook book = new OrderBook(1);
    private final Commander commander = new Commander(view, book, 0);
    private long sequence;

    @BeforeEach
    void begin() {
        MapType type = new MapType("row", "", 4, 1, Gravity.LIGHT, 0, List.of(), List.of(), List.of(), List.of());
        learn(ME, new GameCreated(type, Rules.newBuilder().build(), 2, 60_000L, "", null, null, 1, NOW, null, null));
        learn(
                ME,
                new MapInstantiated(
                        4,
                        1,
                        ByteBuffer.wrap(LIGHT),
                        ByteBuffer.wrap(STRUCTURE),
                        List.of(
                                new Content(wire(0), ContentKind.SPACE_STATION, null, null),
                                new Content(wire(1), ContentKind.MINE, Resource.BIO_MATTER, 9),
                                new Content(wire(2), ContentKind.MINE, Resource.CRYO_GAS, 9)),
                        List.of(),
                        1_000_000L));
        learn(ME, new PlayerJoined("me", wire(0), 500L, 0));
        learn(ME, new GameStarted(NOW, NOW.plusSeconds(60)));
        spawn(ME, AT_STATION, 0, 0);
        spawn(ME, AT_MINE, 1, 0);
        spawn(ME, AT_CRYO_GAS, 2, 0);
        spawn(OTHER, ENEMY, 1, 0);
    }

    @Test
    void sendsAnOrderOnce() {
        Ordered first = commander.mine(robot(AT_MINE));
        assertThat(first.isUnderWay()).isTrue();
        assertThat(commander.orders()).containsExactly(new Order(first.commandId(), new StartMining(AT_MINE, null)));
        assertThat(commander.mine(robot(AT_MINE)))
                .isEqualTo(Ordered.refused("An order to the robot %s is under way".formatted(AT_MINE)));
        assertThat(commander.orders()).hasSize(1);
    }

    @Test
    void ordersAnythingByItsRecord() {
        assertThat(commander.order(new MoveRobot(AT_MINE, Direction.W)).isUnderWay())
                .isTrue();
        assertThat(commander.order(new BuyRobots(5, wire(0))).isUnderWay()).isTrue();
        assertThat(commander.credits()).isZero();
    }

    @Test
    void refusesWhatTheGameIsSureToRefuse() {
        assertThat(commander.mine(robot(AT_STATION)).refusal()).isEqualTo("There is no mine at Tile[x=0, y=0]");
        assertThat(commander.sell(robot(AT_MINE)).refusal()).isEqualTo("There is no space station at Tile[x=1, y=0]");
        assertThat(commander.sell(robot(AT_STATION)).refusal()).isEqualTo("The robot carries nothing");
        assertThat(commander.move(robot(AT_CRYO_GAS), Direction.E).refusal())
                .isEqualTo("There is no star system at Tile[x=3, y=0] to move to");
        assertThat(commander.move(robot(AT_STATION), Direction.W).refusal())
                .isEqualTo("There is no star system at Tile[x=-1, y=0] to move to");
        assertThat(commander.goTowards(robot(AT_STATION), new Tile(3, 0)).refusal())
                .isEqualTo("There is no way from Tile[x=0, y=0] to Tile[x=3, y=0]");
        assertThat(commander.attack(robot(AT_STATION), robot(ENEMY)).refusal())
                .isEqualTo("The target is at Tile[x=1, y=0], and the robot at Tile[x=0, y=0]");
        assertThat(commander.upgrade(robot(AT_MINE), Upgrade.STORAGE).refusal())
                .isEqualTo("There is no space station at Tile[x=1, y=0]");
        assertThat(commander
                        .order(new BuyUpgrade(AT_STATION, Upgrade.STORAGE, 6))
                        .refusal())
                .isEqualTo("STORAGE has no 6 levels above 0");
        assertThat(commander
                        .order(new BuyUpgrade(AT_STATION, Upgrade.STORAGE, 3))
                        .refusal())
                .isEqualTo("This costs 1850 credits, and 500 can be spent");
        assertThat(commander.order(new BuyRobots(6, null)).refusal())
                .isEqualTo("This costs 600 credits, and 500 can be spent");
        assertThat(commander.order(new BuyRobots(1, wire(1))).refusal())
                .isEqualTo("There is no space station at Tile[x=1, y=0]");
        assertThat(commander.order(new BuyRobots(98, null)).refusal())
                .isEqualTo("A player can have 100 robots at a time");
        assertThat(commander
                        .order(new BuyUpgrade(AT_STATION, Upgrade.STORAGE, -1))
                        .refusal())
                .isEqualTo("STORAGE has no -1 levels above 0");
        assertThat(commander.buyRobots(0).refusal()).isEqualTo("0 robots cannot be bought");
        assertThat(commander.mine(robot(ENEMY)).refusal())
                .isEqualTo("The robot %s is somebody else's".formatted(ENEMY));
        assertThat(commander.order(new StartMining("nobody", null)).refusal())
                .isEqualTo("There is no such robot, or it is no more");
        assertThat(commander.orders()).isEmpty();
    }

    @Test
    void attacksOnTheSameTileButNotAtAStation() {
        spawn(OTHER, "00000000-0000-4000-8000-00000000000f", 0, 0);
        assertThat(commander
                        .attack(robot(AT_STATION), robot("00000000-0000-4000-8000-00000000000f"))
                        .refusal())
                .isEqualTo("Nobody can be attacked at a space station");
        assertThat(commander.attack(robot(AT_MINE), robot(ENEMY)).isUnderWay()).isTrue();
    }

    @Test
    void minesElsewhereAndWhatEvaporatesToo() {
        assertThat(commander.order(new StartMining(AT_STATION, wire(2))).isUnderWay())
                .isTrue();
        assertThat(commander.mine(robot(AT_CRYO_GAS)).isUnderWay()).isTrue();
        assertThat(commander.order(new StartMining(AT_MINE, wire(0))).refusal())
                .isEqualTo("There is no mine at Tile[x=0, y=0]");
    }

    @Test
    void waitsForARobotThatIsNotReady() {
        spawn(ME, AT_MINE, 1, 500);
        assertThat(commander.isFree(robot(AT_MINE))).isFalse();
        assertThat(commander.mine(robot(AT_MINE)).refusal())
                .isEqualTo("The robot %s is ready in 500 ms".formatted(AT_MINE));
        spawn(ME, AT_MINE, 1, 100);
        assertThat(commander.mine(robot(AT_MINE)).isUnderWay()).isTrue();
    }

    @Test
    void queuesForARobotThatIsNotReady() {
        spawn(ME, AT_MINE, 1, 500);
        assertThat(commander.queue(new StartMining(AT_MINE, null)).isUnderWay()).isTrue();
        assertThat(commander.queue(new BuyRobots(1, null)).refusal())
                .isEqualTo("Only an action of a robot of one's own can wait in its queue");
        assertThat(commander.queue(new StartMining(ENEMY, null)).refusal())
                .isEqualTo("Only an action of a robot of one's own can wait in its queue");
    }

    @Test
    void buysAsManyRobotsAsCanBePaid() {
        assertThat(commander.buyRobots(9).isUnderWay()).isTrue();
        assertThat(commander.orders().get(0).payload()).isEqualTo(new BuyRobots(5, null));
        assertThat(commander.buyRobots(1).refusal()).isEqualTo("A purchase of robots is under way");
    }

    private Robot robot(String robotId) {
        return view.robot(robotId);
    }

    private void spawn(String playerId, String robotId, int x, long readyAtMs) {
        Condition condition = new Condition(wire(x), 10, 0, 20, 0, NOW, NOW.plusMillis(readyAtMs), 0, null);
        learn(playerId, new RobotSpawned(robotId, "robot", condition, new Levels(0, 0, 0, 0, 0, 0, 0, 0), 2L));
    }

    private static dungeon.schemas.Tile wire(int x) {
        return new dungeon.schemas.Tile(x, 0);
    }

    private void learn(String playerId, SpecificRecord payload) {
        view.learn(new Event("game", ++sequence, NOW, null, playerId, 0, payload));
    }
}
