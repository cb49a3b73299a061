package dungeon.benchmarks.load;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.Sent;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Robot;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The commands of one game, in the mix of a bot match. The rules decide each one here as well, in virtual time, so that the
 * next is one that will succeed: who is sold out does not sell, who is alone does not attack.
 */
public final class GameScript {
    private static final int ROBOTS_PER_ORDER = 100;
    /** Below the limit of 100, so that there is always somebody who can buy one more. */
    private static final int ROBOTS_PER_PLAYER = 80;

    private static final int SEED_BYTES = 32;
    private static final int RECORD_BYTES = 200;
    private static final int TRIES = 12;
    private static final long DURATION_MS = 24 * 3_600_000L;
    private static final List<Upgrade> UPGRADES = List.of(
            Upgrade.STORAGE, Upgrade.DAMAGE, Upgrade.MINING, Upgrade.ENERGY_CAPACITY, Upgrade.ENERGY_REGENERATION);

    private final String gameId;
    private final int robots;
    private final SplittableRandom chance;
    private final InMemoryGame world;
    private final List<BenchPlayer> players;
    private final Map<String, BenchPlayer> playersById = new HashMap<>();
    private final Herd living = new Herd();
    /** Those that are not on a station, by tile. */
    private final Map<List<Integer>, Herd> outside = new HashMap<>();

    private long timeMs = System.currentTimeMillis();
    private long events;
    private Consumer<Event> listener = event -> {};

    /**
     * @param everybody who can play; as many as the robots need join
     * @param robots how many there are once it has started, and about as many from then on
     */
    public GameScript(String gameId, List<BenchPlayer> everybody, int robots, long seed) {
        this.gameId = gameId;
        this.robots = robots;
        chance = new SplittableRandom(seed);
        world = new InMemoryGame(gameId);
        players = everybody.subList(0, playersFor(robots));
        players.forEach(player -> playersById.put(player.playerId(), player));
    }

    /** How many players a game with so many robots needs. */
    public static int playersFor(int robots) {
        return Math.max(2, (robots + ROBOTS_PER_PLAYER - 1) / ROBOTS_PER_PLAYER);
    }

    public String gameId() {
        return gameId;
    }

    /** How many events the commands until now lead to. */
    public long events() {
        return events;
    }

    /** Lets the game begin at another time than now, in ms since 1970. */
    public GameScript beginningAt(long beginsAtMs) {
        timeMs = beginsAtMs;
        return this;
    }

    /** Tells each event as it is decided. */
    public void listen(Consumer<Event> newListener) {
        listener = newListener;
    }

    /** Creates the game, lets all join, starts it, and buys the robots. */
    public List<Sent> opening() {
        List<Sent> opening = new ArrayList<>();
        byte[] seed = new byte[SEED_BYTES];
        chance.nextBytes(seed);
        opening.add(administer(new CreateGame(
                BenchRules.map(),
                BenchRules.rules(),
                players.size(),
                DURATION_MS,
                ByteBuffer.wrap(seed),
                null,
                null,
                null,
                null)));
        players.forEach(player -> opening.add(send(player, new JoinGame(player.name()))));
        opening.add(administer(new StartGame()));
        int left = robots;
        for (int i = 0; left > 0; i++) {
            int each = Math.min(left, Math.min(ROBOTS_PER_ORDER, (robots + players.size() - 1) / players.size()));
            opening.add(send(players.get(i % players.size()), new BuyRobots(each, null)));
            left -= each;
        }
        if (living.size() == 0) {
            throw new IllegalStateException(
                    "The game %s has no robot; was it refused, or its players?".formatted(gameId()));
        }
        return opening;
    }

    /** Ends the game. */
    public Sent ending() {
        return administer(new EndGame());
    }

    /** The next command of the match. */
    public Sent next() {
        timeMs++;
        return switch (CommandKind.at(chance.nextInt(100))) {
            case MOVE_ROBOT -> move();
            case START_MINING -> mine();
            case BUY_UPGRADE -> upgrade();
            case SELL_RESOURCES -> sell();
            case ATTACK_ROBOT -> attack();
            case BUY_ROBOTS -> buy();
        };
    }

    /** A robot goes from the station to the tile in its east, or back. */
    Sent move() {
        Robot robot = world.robot(living.any(chance));
        Direction direction = isAtStation(robot) ? Direction.E : Direction.W;
        Sent sent = order(robot, new MoveRobot(robot.getRobotId(), direction));
        place(world.robot(robot.getRobotId()));
        return sent;
    }

    private Sent mine() {
        for (int i = 0; i < TRIES; i++) {
            Robot robot = world.robot(living.any(chance));
            if (robot.getMining() == null) {
                return order(robot, new StartMining(robot.getRobotId(), BenchRules.MINE));
            }
        }
        return move();
    }

    private Sent upgrade() {
        for (int i = 0; i < TRIES; i++) {
            Robot robot = world.robot(living.any(chance));
            Upgrade upgrade = UPGRADES.get(chance.nextInt(UPGRADES.size()));
            if (isAtStation(robot) && levelOf(robot, upgrade) < 5) {
                return order(robot, new BuyUpgrade(robot.getRobotId(), upgrade, 1));
            }
        }
        return move();
    }

    private Sent sell() {
        for (int i = 0; i < TRIES; i++) {
            Robot robot = world.robot(living.any(chance));
            if (isAtStation(robot) && !robot.getCargo().isEmpty()) {
                return order(robot, new SellResources(robot.getRobotId()));
            }
        }
        return move();
    }

    private Sent attack() {
        for (int i = 0; i < TRIES; i++) {
            Robot robot = world.robot(living.any(chance));
            Herd near = outside.get(List.of(robot.getX(), robot.getY()));
            if (!isAtStation(robot) && near != null && near.size() > 1) {
                String target = near.any(chance);
                if (!target.equals(robot.getRobotId())) {
                    return order(robot, new AttackRobot(robot.getRobotId(), target));
                }
            }
        }
        return move();
    }

    private Sent buy() {
        BenchPlayer player = players.get(chance.nextInt(players.size()));
        boolean may = living.size() < robots
                && world.account(player.playerId()).getRobots()
                        < world.game().getRules().getRobotsPerPlayerMaximum();
        return may ? send(player, new BuyRobots(1, null)) : move();
    }

    private Sent order(Robot robot, SpecificRecord payload) {
        return send(playersById.get(robot.getPlayerId()), payload);
    }

    private Sent send(BenchPlayer player, SpecificRecord payload) {
        Command command = command(player.playerId(), payload);
        decide(command, Principal.player(player.playerId(), player.name()));
        return new Sent(player.number(), command);
    }

    private Sent administer(SpecificRecord payload) {
        Command command = command(null, payload);
        decide(command, Principal.administrator());
        return new Sent(Sent.ADMINISTRATOR, command);
    }

    private Command command(String playerId, SpecificRecord payload) {
        String commandId = new UUID(chance.nextLong(), chance.nextLong()).toString();
        return new Command(commandId, Instant.ofEpochMilli(timeMs), gameId, playerId, payload);
    }

    private void decide(Command command, Principal caller) {
        world.handle(command, new CommandMetadata(caller, timeMs, RECORD_BYTES), this::learn);
    }

    private void learn(List<Event> decided) {
        events += decided.size();
        decided.forEach(listener);
        for (Event event : decided) {
            if (event.getPayload() instanceof RobotSpawned spawned) {
                living.add(spawned.getRobotId());
            } else if (event.getPayload() instanceof RobotDestroyed destroyed) {
                living.remove(destroyed.getRobotId());
                outside.values().forEach(herd -> herd.remove(destroyed.getRobotId()));
            }
        }
    }

    private void place(Robot robot) {
        Herd herd =
                outside.computeIfAbsent(List.of(robot.getX() - robot.getX() % 4 + 1, robot.getY()), tile -> new Herd());
        if (isAtStation(robot)) {
            herd.remove(robot.getRobotId());
        } else {
            herd.add(robot.getRobotId());
        }
    }

    private static boolean isAtStation(Robot robot) {
        return robot.getX() % 4 == 0;
    }

    private static int levelOf(Robot robot, Upgrade upgrade) {
        return switch (upgrade) {
            case STORAGE -> robot.getLevels().getStorage();
            case MINING -> robot.getLevels().getMining();
            case DAMAGE -> robot.getLevels().getDamage();
            case ENERGY_CAPACITY -> robot.getLevels().getEnergyCapacity();
            case ENERGY_REGENERATION -> robot.getLevels().getEnergyRegeneration();
            default -> throw new IllegalArgumentException("The benchmark does not buy " + upgrade);
        };
    }
}
