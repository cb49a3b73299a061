package dungeon.rules;

import static dungeon.rules.GameScenario.ADMINISTRATOR;
import static dungeon.rules.GameScenario.GAME;
import static dungeon.rules.GameScenario.NOBODY;
import static dungeon.rules.GameScenario.START_MS;
import static dungeon.rules.GameScenario.defaults;

import dungeon.schemas.Area;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.Gravity;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.Tick;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.state.Robot;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** Games played at random from a seed: mostly sensible commands, with refused, repeated, late and unsigned ones among them. */
final class RandomGame {
    private static final List<Direction> DIRECTIONS =
            List.of(Direction.values()).subList(1, 9);

    private final Random random;
    private final GameScenario game = GameScenario.empty();
    private final List<Caller> players = new ArrayList<>();
    private final List<Delivery> log = new ArrayList<>();
    private long nowMs;
    private int commands;

    /** A command as it came. */
    record Delivery(Command command, Arrival arrival) {}

    private RandomGame(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            players.add(GameScenario.player("player" + i));
        }
    }

    static GameScenario play(long seed, int commands) {
        RandomGame random = new RandomGame(seed);
        random.play(commands);
        return random.game;
    }

    /** The commands of a game, in their order. */
    static List<Delivery> log(long seed, int commands) {
        RandomGame random = new RandomGame(seed);
        random.play(commands);
        return random.log;
    }

    private void play(int count) {
        deliver(ADMINISTRATOR, new BuyRobots(1, null));
        deliver(ADMINISTRATOR, creation());
        for (int i = 0; i < 4; i++) {
            join();
        }
        deliver(ADMINISTRATOR, new StartGame());
        while (log.size() < count) {
            nowMs += random.nextInt(3) == 0 ? random.nextInt(20) : random.nextInt(400);
            step();
        }
        if (random.nextBoolean()) {
            deliver(ADMINISTRATOR, new EndGame());
        }
        nowMs += 3_600_000;
        for (int i = 0; i < 5; i++) {
            deliver(NOBODY, new Tick());
        }
        step();
    }

    private void step() {
        switch (random.nextInt(40)) {
            case 0 -> join();
            case 1, 2 ->
                deliver(anybody(), new BuyRobots(1 + random.nextInt(3), random.nextInt(3) == 0 ? anyTile() : null));
            case 3 -> deliver(NOBODY, new MoveRobot(anyRobot(), anyDirection()));
            case 4 -> deliver(anybody(), new MoveRobot(anyRobot(), anyDirection()));
            case 5, 6 -> repeat();
            case 7 -> late();
            case 8, 9 -> deliver(NOBODY, new Tick());
            case 10 -> clear();
            case 11 -> deliver(anybody(), new StartGame());
            default -> move();
        }
    }

    private CreateGame creation() {
        MapPlan plan = MapPlan.of(9, 7).blackHoleDestruction(300);
        plan.gravity(Gravity.MEDIUM, new Tile(3, 3), new Tile(4, 3), new Tile(5, 2));
        plan.gravity(Gravity.INTENSE, new Tile(4, 4), new Tile(5, 5));
        plan.mapType()
                .getStructure()
                .add(new StructureLayer(
                        List.of(new Area(false, null, new Tile(2, 1), new Tile(2, 4), null)), Structure.VOID));
        plan.content(new ContentLayer(MapPlan.everywhere(), ContentKind.SPACE_STATION, 3, null, null, null));
        plan.content(new ContentLayer(MapPlan.everywhere(), ContentKind.BLACK_HOLE, 4, null, null, null));
        plan.content(new ContentLayer(
                MapPlan.everywhere(), ContentKind.MINE, null, 100, Resource.BIO_MATTER, new UnitRange(5, 50)));
        Rules rules = defaults();
        rules.setInitialCredits(2_000);
        rules.setMoveCooldownMs(700);
        rules.setEnergyCapacity(List.of(6, 6, 6, 6, 6, 6));
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return new CreateGame(plan.mapType(), rules, 9, 3_000_000L, ByteBuffer.wrap(seed), null);
    }

    private void join() {
        Caller player = anybody();
        deliver(player, new JoinGame(player.playerName()));
    }

    private void move() {
        List<Robot> robots = game.world().robots();
        if (!robots.isEmpty()) {
            Robot robot = robots.get(random.nextInt(robots.size()));
            deliver(owner(robot), new MoveRobot(robot.getRobotId(), anyDirection()));
        }
    }

    private void clear() {
        List<Robot> robots = game.world().robots();
        if (!robots.isEmpty()) {
            Robot robot = robots.get(random.nextInt(robots.size()));
            deliver(owner(robot), new ClearQueue(robot.getRobotId()));
        }
    }

    private void repeat() {
        Delivery earlier = log.get(random.nextInt(log.size()));
        deliver(earlier.command(), new Arrival(earlier.arrival().caller(), START_MS + nowMs, 100));
    }

    private void late() {
        Command command = command(anybody(), new BuyRobots(1, null));
        command.setIssuedAt(Instant.ofEpochMilli(START_MS + nowMs - 120_001));
        deliver(command, new Arrival(anybody(), START_MS + nowMs, 100));
    }

    private void deliver(Caller caller, SpecificRecord payload) {
        // Now and then a stamp that is earlier than the one before.
        long stamp = START_MS + nowMs - (random.nextInt(10) == 0 ? random.nextInt(300) : 0);
        deliver(command(caller, payload), new Arrival(caller, stamp, 100));
    }

    private void deliver(Command command, Arrival arrival) {
        log.add(new Delivery(command, arrival));
        game.send(command, arrival);
    }

    private Command command(Caller caller, SpecificRecord payload) {
        return new Command(
                GameScenario.commandId(++commands),
                Instant.ofEpochMilli(START_MS + nowMs),
                GAME,
                caller.playerId(),
                payload);
    }

    private Caller owner(Robot robot) {
        return players.stream()
                .filter(player -> player.playerId().equals(robot.getPlayerId()))
                .findFirst()
                .orElseThrow();
    }

    private Caller anybody() {
        return players.get(random.nextInt(players.size()));
    }

    private Direction anyDirection() {
        return DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
    }

    private Tile anyTile() {
        List<Tile> stations = game.world().game().getStations();
        return random.nextInt(4) == 0
                ? new Tile(random.nextInt(11) - 1, random.nextInt(9) - 1)
                : stations.get(random.nextInt(stations.size()));
    }

    private String anyRobot() {
        List<Robot> robots = game.world().robots();
        return robots.isEmpty() || random.nextInt(5) == 0
                ? GameScenario.idOf(99_999)
                : robots.get(random.nextInt(robots.size())).getRobotId();
    }
}
