package dungeon.robots;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.GAME;
import static dungeon.robots.GameScenario.NOBODY;
import static dungeon.robots.GameScenario.START_MS;
import static dungeon.robots.GameScenario.defaults;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.schemas.Area;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.Discovery;
import dungeon.schemas.EndGame;
import dungeon.schemas.Gravity;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Robot;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Games played at random from a seed: mostly sensible commands, with refused, repeated, late and unsigned ones among them. */
public final class RandomGame {
    private static final List<Direction> DIRECTIONS =
            List.of(Direction.values()).subList(1, 9);

    private static final List<Upgrade> UPGRADES = List.of(Upgrade.values()).subList(1, 9);

    private final Random random;
    private final boolean poor;
    private final GameScenario game = GameScenario.empty();
    private final List<Principal> players = new ArrayList<>();
    private final List<Delivery> log = new ArrayList<>();
    private long nowMs;
    private int commands;

    /** A command as it came. */
    public record Delivery(Command command, CommandMetadata metadata) {}

    private RandomGame(long seed) {
        random = new Random(seed);
        poor = seed % 2 == 0;
        for (int i = 0; i < 8; i++) {
            players.add(GameScenario.player("player" + i));
        }
    }

    public static GameScenario play(long seed, int commands) {
        RandomGame random = new RandomGame(seed);
        random.play(commands);
        return random.game;
    }

    /** The commands of a game, in their order. */
    public static List<Delivery> log(long seed, int commands) {
        RandomGame random = new RandomGame(seed);
        random.play(commands);
        return random.log;
    }

    private void play(int count) {
        deliver(ADMINISTRATOR, new BuyRobots(1, null));
        deliver(anybody(), creation());
        CreateGame invalidMap = creation();
        invalidMap.getMap().setHeight(1);
        deliver(ADMINISTRATOR, invalidMap);
        CreateGame invalidRules = creation();
        invalidRules.getRules().setInitialCredits(1);
        deliver(ADMINISTRATOR, invalidRules);
        deliver(ADMINISTRATOR, creation());
        for (int i = 0; i < 6; i++) {
            join();
        }
        deliver(anybody(), new BuyRobots(1, null));
        deliver(ADMINISTRATOR, new StartGame());
        while (log.size() < count) {
            nowMs += random.nextInt(3) == 0 ? random.nextInt(20) : random.nextInt(250);
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
        deliver(anybody(), new BuyRobots(1, null));
    }

    private void step() {
        switch (random.nextInt(40)) {
            case 0 -> join();
            case 1, 2, 3 ->
                deliver(anybody(), new BuyRobots(1 + random.nextInt(3), random.nextBoolean() ? anyTile() : null));
            case 4 -> deliver(NOBODY, new MoveRobot(anyRobot(), anyDirection()));
            case 5 -> deliver(anybody(), new MoveRobot(anyRobot(), anyDirection()));
            case 6, 7 -> repeat();
            case 8 -> late();
            case 9, 10 -> deliver(NOBODY, new Tick());
            case 11 -> order(robot -> new ClearQueue(robot.getRobotId()));
            case 12 -> hostile();
            case 13, 14, 15 -> order(this::upgrade);
            case 16 -> storm();
            case 17, 18 -> order(robot -> new StartMining(robot.getRobotId(), anyTile()));
            case 19 -> order(robot -> new SellResources(robot.getRobotId()));
            case 20, 21 -> order(robot -> new AttackRobot(robot.getRobotId(), anyRobot()));
            case 22, 23, 24, 25, 26, 27, 28, 29, 30, 31 -> order(this::sensibleAction);
            default -> order(robot -> new MoveRobot(robot.getRobotId(), anyDirection()));
        }
    }

    /** What a command should not be. */
    private void hostile() {
        switch (random.nextInt(9)) {
            case 0 -> deliver(anybody(), new StartGame());
            case 1 -> deliver(ADMINISTRATOR, new StartGame());
            case 2 -> deliver(ADMINISTRATOR, creation());
            case 3 -> deliver(command(anybody(), new BuyRobots(1, null)), arrivalOf(anybody()));
            case 4 -> deliver(anybody(), new BuyRobots(random.nextInt(3) - 2, null));
            case 5 -> order(robot -> new AttackRobot(robot.getRobotId(), robot.getRobotId()));
            case 6 -> deliver(anybody(), new SellResources("no robot"));
            case 7 -> order(robot -> new StartMining(robot.getRobotId(), new Tile(Integer.MIN_VALUE, 1 << 30)));
            default -> order(robot -> new BuyUpgrade(robot.getRobotId(), Upgrade.UNKNOWN, 1));
        }
    }

    /** More orders than a queue takes. */
    private void storm() {
        List<Robot> robots = livingRobots();
        if (!robots.isEmpty()) {
            Robot robot = robots.get(random.nextInt(robots.size()));
            for (int i = 0; i < 6; i++) {
                deliver(owner(robot), new MoveRobot(robot.getRobotId(), anyDirection()));
            }
        }
    }

    private SpecificRecord upgrade(Robot robot) {
        Upgrade upgrade = UPGRADES.get(random.nextInt(UPGRADES.size()));
        return new BuyUpgrade(robot.getRobotId(), upgrade, 1 + random.nextInt(random.nextInt(3) == 0 ? 5 : 2));
    }

    /** What a player would do with the robot where it is. */
    private SpecificRecord sensibleAction(Robot robot) {
        List<Robot> others = livingRobots().stream()
                .filter(other -> other.getX() == robot.getX()
                        && other.getY() == robot.getY()
                        && !other.getRobotId().equals(robot.getRobotId()))
                .toList();
        ContentKind content = game.records().tile(robot.getX(), robot.getY()).getContent();
        if (content == ContentKind.SPACE_STATION) {
            return robot.getCargo().isEmpty() ? upgrade(robot) : new SellResources(robot.getRobotId());
        }
        if (!others.isEmpty() && random.nextInt(3) > 0) {
            Robot other = others.get(random.nextInt(others.size()));
            return new AttackRobot(robot.getRobotId(), other.getRobotId());
        }
        return content == ContentKind.MINE
                ? new StartMining(robot.getRobotId(), null)
                : new MoveRobot(robot.getRobotId(), anyDirection());
    }

    private CreateGame creation() {
        MapPlan plan = MapPlan.of(5, 4).blackHoleDestruction(300);
        plan.gravity(Gravity.MEDIUM, new Tile(3, 3), new Tile(4, 3), new Tile(3, 2));
        plan.gravity(Gravity.INTENSE, new Tile(4, 1));
        plan.voidAt(2, 1).voidAt(2, 2);
        plan.content(new ContentLayer(MapPlan.everywhere(), ContentKind.SPACE_STATION, 2, null, null, null));
        plan.content(new ContentLayer(MapPlan.everywhere(), ContentKind.BLACK_HOLE, 2, null, null, null));
        for (Resource resource : List.of(Resource.BIO_MATTER, Resource.CRYO_GAS, Resource.PLASMA_CORE)) {
            plan.content(
                    new ContentLayer(MapPlan.everywhere(), ContentKind.MINE, 2, null, resource, new UnitRange(3, 30)));
        }
        plan.discovery(new Discovery(MapPlan.everywhere(), Resource.BIO_MATTER, 700, 3_000L, new UnitRange(1, 20), 6));
        plan.discovery(new Discovery(
                List.of(new Area(false, null, new Tile(0, 0), new Tile(3, 3), null)),
                Resource.BIO_MATTER,
                500,
                0L,
                new UnitRange(2, 2),
                40));
        plan.discovery(new Discovery(MapPlan.everywhere(), Resource.CRYO_GAS, 1_000, 0L, new UnitRange(1, 5), 30));
        return new CreateGame(plan.mapType(), rules(), 5, 3_000_000L, seed(), null, null, null, null);
    }

    /** In one game of two, everybody is poor and dies soon. */
    private Rules rules() {
        Rules rules = defaults();
        rules.setInitialCredits(poor ? 300 : 2_000);
        rules.setRobotsPerPlayerMaximum(4);
        rules.setQueueMaximum(5);
        rules.setMoveCooldownMs(500);
        rules.setSellEnergy(1);
        rules.setMiningProcessMs(2_000);
        rules.setEnergyCapacity(List.of(6, 6, 7, 7, 8, 8));
        rules.setEnergyRegeneration(List.of(15, 15, 15, 20, 20, 20));
        rules.setAttackEnergy(List.of(1, 2, 9, 9, 9, 9));
        rules.setDamage(List.of(4, 5, 6, 7, 8, 9));
        rules.setStorage(List.of(5, 7, 9, 100, 200, 300));
        rules.setUpgradePrice(List.of(0, 7, 13, 20, 30, 40));
        rules.setMiningUpgradePrice(List.of(0, 11, 17, 20, 30, 40));
        rules.setTradingCreditsPerPoint(7);
        rules.setPurgedAfterMs(1_000_000_000);
        return rules;
    }

    private ByteBuffer seed() {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return ByteBuffer.wrap(seed);
    }

    private void join() {
        Principal player = anybody();
        deliver(player, new JoinGame(player.name()));
    }

    /** An order of the owner of some robot, which can have been destroyed. */
    private void order(Function<Robot, SpecificRecord> order) {
        List<Robot> robots = random.nextInt(20) == 0 ? game.records().robots() : livingRobots();
        if (!robots.isEmpty()) {
            Robot robot = robots.get(random.nextInt(robots.size()));
            deliver(owner(robot), order.apply(robot));
        }
    }

    private List<Robot> livingRobots() {
        return game.records().robots().stream()
                .filter(robot -> !robot.getDestroyed())
                .toList();
    }

    private void repeat() {
        Delivery earlier = log.get(random.nextInt(log.size()));
        deliver(earlier.command(), new CommandMetadata(earlier.metadata().principal(), START_MS + nowMs, 100));
    }

    private void late() {
        Command command = command(anybody(), new BuyRobots(1, null));
        command.setIssuedAt(Instant.ofEpochMilli(START_MS + nowMs - 120_001));
        deliver(command, new CommandMetadata(anybody(), START_MS + nowMs, 100));
    }

    private CommandMetadata arrivalOf(Principal caller) {
        return new CommandMetadata(caller, START_MS + nowMs, 100);
    }

    private void deliver(Principal caller, SpecificRecord payload) {
        // Now and then a stamp that is earlier than the one before.
        long stamp = START_MS + nowMs - (random.nextInt(10) == 0 ? random.nextInt(300) : 0);
        deliver(command(caller, payload), new CommandMetadata(caller, stamp, 100));
    }

    private void deliver(Command command, CommandMetadata arrival) {
        log.add(new Delivery(command, arrival));
        game.send(command, arrival);
    }

    private Command command(Principal caller, SpecificRecord payload) {
        return new Command(
                GameScenario.commandId(++commands),
                Instant.ofEpochMilli(START_MS + nowMs),
                GAME,
                caller.playerId(),
                payload);
    }

    private Principal owner(Robot robot) {
        return players.stream()
                .filter(player -> player.playerId().equals(robot.getPlayerId()))
                .findFirst()
                .orElseThrow();
    }

    private Principal anybody() {
        return players.get(random.nextInt(players.size()));
    }

    private Direction anyDirection() {
        return DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
    }

    private Tile anyTile() {
        List<Tile> stations = game.records().game().getStations();
        return random.nextInt(2) == 0
                ? new Tile(random.nextInt(7) - 1, random.nextInt(6) - 1)
                : stations.get(random.nextInt(stations.size()));
    }

    private String anyRobot() {
        List<Robot> robots = game.records().robots();
        return robots.isEmpty() || random.nextInt(5) == 0
                ? GameScenario.idOf(99_999)
                : robots.get(random.nextInt(robots.size())).getRobotId();
    }
}
