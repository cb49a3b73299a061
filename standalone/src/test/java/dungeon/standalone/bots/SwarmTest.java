package dungeon.standalone.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionType;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Condition;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Direction;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.FailureReason;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.Gravity;
import dungeon.schemas.JoinGame;
import dungeon.schemas.Levels;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import dungeon.schemas.serde.AvroSerializer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwarmTest {
    private static final String ME = "11111111-1111-1111-1111-111111111111";
    private static final String ROBOT = "22222222-2222-2222-2222-222222222222";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static {
        // Avro builds our records once a serde of ours has told it to trust them.
        new AvroSerializer<Event>().close();
    }

    private final Swarm swarm = new Swarm(new BotIdentity(BotKind.SWARM, ME, "swarm-1", "token"));
    private long sequence;

    /** A row of four star systems from the left; the last one is a black hole. */
    @BeforeEach
    void createGame() {
        happens(null, null, created());
        happens(null, null, row("SSSB"));
    }

    @Test
    void joinsOnceAndWaitsForTheStart() {
        assertThat(payloads(swarm.nextOrders())).containsExactly(new JoinGame("swarm-1"));
        assertThat(swarm.nextOrders()).isEmpty();
        happens("join", ME, new PlayerJoined("swarm-1", new Tile(0, 0), 500L));
        assertThat(swarm.nextOrders()).isEmpty();
    }

    @Test
    void buysAllRobotsThatItCanPay() {
        joinAndStart();
        assertThat(payloads(swarm.nextOrders())).containsExactly(new BuyRobots(5, null));
        assertThat(swarm.nextOrders()).isEmpty();
    }

    @Test
    void triesToBuyNoMoreWhenItIsRefused() {
        joinAndStart();
        String purchase = swarm.nextOrders().get(0).commandId();
        happens(purchase, ME, rejected(RejectionCode.ROBOT_LIMIT));
        assertThat(swarm.nextOrders()).isEmpty();
    }

    @Test
    void sendsARobotThroughAllStarSystemsButTheBlackHole() {
        List<Swarm.Order> chain = spawnRobot();
        assertThat(payloads(chain)).isEqualTo(thereAndBack());
        assertThat(swarm.nextOrders()).isEmpty();
    }

    @Test
    void clearsTheQueueAndPlansAnewWhenAMoveFails() {
        List<Swarm.Order> chain = spawnRobot();
        Action action = Action.newBuilder()
                .setType(ActionType.MoveRobot)
                .setDirection(Direction.E)
                .build();
        happens(
                chain.get(0).commandId(),
                ME,
                new ActionFailed(ROBOT, action, FailureReason.TOO_LITTLE_CAPACITY, condition(0, 1)));
        List<Swarm.Order> clear = swarm.nextOrders();
        assertThat(payloads(clear)).containsExactly(new ClearQueue(ROBOT));
        assertThat(swarm.nextOrders()).isEmpty();

        happens(clear.get(0).commandId(), ME, new QueueCleared(ROBOT, 1));
        assertThat(payloads(swarm.nextOrders())).isEqualTo(thereAndBack());
    }

    @Test
    void forgetsARobotThatIsGone() {
        List<Swarm.Order> chain = spawnRobot();
        happens(chain.get(0).commandId(), ME, rejected(RejectionCode.ROBOT_DESTROYED));
        assertThat(swarm.nextOrders()).isEmpty();
    }

    @Test
    void leavesMovesOfAnEarlierProcessAlone() {
        joinAndStart();
        happens("purchase", ME, new RobotsPurchased("voucher", 5, new Tile(0, 0), 500L, 0L));
        happens("purchase", ME, new RobotSpawned(ROBOT, "robot-1", condition(0, 0), new Levels()));
        happens("earlier", ME, new RobotMoved(ROBOT, new Tile(0, 0), condition(1, 2), null));
        assertThat(swarm.nextOrders()).isEmpty();
        happens("earlier-too", ME, new RobotMoved(ROBOT, new Tile(1, 0), condition(0, 0), null));
        assertThat(payloads(swarm.nextOrders()))
                .containsExactly(new MoveRobot(ROBOT, Direction.E), new MoveRobot(ROBOT, Direction.E));
    }

    @Test
    void isOverWhenTheGameIs() {
        assertThat(swarm.isOver()).isFalse();
        happens(null, null, new GameEnded(EndReason.TIME_UP, "00", List.of()));
        assertThat(swarm.isOver()).isTrue();
    }

    @Test
    void givesUpWhenItIsNotLetIn() {
        String join = swarm.nextOrders().get(0).commandId();
        happens(join, ME, rejected(RejectionCode.GAME_FULL));
        assertThat(swarm.isOver()).isTrue();
    }

    private void joinAndStart() {
        happens("join", ME, new PlayerJoined("swarm-1", new Tile(0, 0), 500L));
        happens("start", null, new GameStarted(NOW, NOW.plusSeconds(60)));
    }

    /** To the end of the row, and back to the station, which a robot that appears there has not entered yet. */
    private static List<SpecificRecord> thereAndBack() {
        return List.of(
                new MoveRobot(ROBOT, Direction.E),
                new MoveRobot(ROBOT, Direction.E),
                new MoveRobot(ROBOT, Direction.W),
                new MoveRobot(ROBOT, Direction.W));
    }

    /** Returns the orders that the new robot gets. */
    private List<Swarm.Order> spawnRobot() {
        joinAndStart();
        String purchase = swarm.nextOrders().get(0).commandId();
        happens(purchase, ME, new RobotsPurchased("voucher", 5, new Tile(0, 0), 500L, 0L));
        happens(purchase, ME, new RobotSpawned(ROBOT, "robot-1", condition(0, 0), new Levels()));
        return swarm.nextOrders();
    }

    private void happens(String commandId, String playerId, SpecificRecord payload) {
        sequence++;
        swarm.learn(Event.newBuilder()
                .setGameId("game")
                .setSequence(sequence)
                .setTime(NOW)
                .setCommandId(commandId)
                .setPlayerId(playerId)
                .setRemaining(0)
                .setPayload(payload)
                .build());
    }

    private static GameCreated created() {
        MapType map = MapType.newBuilder()
                .setName("row")
                .setWidth(4)
                .setHeight(2)
                .setDefaultGravity(Gravity.LIGHT)
                .build();
        return GameCreated.newBuilder()
                .setMap(map)
                .setRules(Rules.newBuilder().build())
                .setParticipantLimit(2)
                .setDurationMs(60_000)
                .setSeedHash("00")
                .build();
    }

    /** A map whose lower row is drawn, with S for a star system and B for a black hole; the upper row is void. */
    private static MapInstantiated row(String drawing) {
        byte[] gravity = new byte[2 * drawing.length()];
        byte[] structure = new byte[2 * drawing.length()];
        for (int x = 0; x < structure.length; x++) {
            gravity[x] = 1;
            structure[x] = (byte) (x < drawing.length() ? 1 : 2);
        }
        Content blackHole = Content.newBuilder()
                .setTile(new Tile(drawing.indexOf('B'), 0))
                .setKind(ContentKind.BLACK_HOLE)
                .build();
        return new MapInstantiated(
                drawing.length(), 2, ByteBuffer.wrap(gravity), ByteBuffer.wrap(structure), List.of(blackHole));
    }

    private static Condition condition(int x, int queued) {
        return new Condition(new Tile(x, 0), 10, 0, 20, 0, NOW, NOW, queued);
    }

    private static CommandRejected rejected(RejectionCode code) {
        return new CommandRejected(code, "no", List.of());
    }

    private static List<SpecificRecord> payloads(List<Swarm.Order> orders) {
        return orders.stream().map(Swarm.Order::payload).toList();
    }
}
