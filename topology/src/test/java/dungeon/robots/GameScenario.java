package dungeon.robots;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.Progress;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.Condition;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.Levels;
import dungeon.schemas.MapType;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import dungeon.schemas.Tile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** One game in memory, to which a test sends commands one at a time. Times are in ms since the scenario began. */
public final class GameScenario {
    public static final long START_MS = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    public static final String GAME = Ids.timed(START_MS, "game");
    public static final long DURATION_MS = 600_000;
    public static final long DAY_MS = 24 * 3_600_000L;
    public static final int LIMIT = 4;

    public static final Principal ADMINISTRATOR = Principal.administrator();
    public static final Principal ANN = player("Ann");
    public static final Principal BOB = player("Bob");
    public static final Principal CID = player("Cid");
    public static final Principal NOBODY = Principal.unknown("There is no token");

    private final InMemoryAggregate<Command, Event> game = RobotsContext.inMemory(GAME);
    private final List<Event> events = new ArrayList<>();
    private long nowMs;
    private int commands;

    private GameScenario() {}

    /** No game yet. */
    public static GameScenario empty() {
        return new GameScenario();
    }

    /** A game that was created at 0. */
    public static GameScenario created(MapPlan map) {
        GameScenario scenario = empty();
        scenario.send(ADMINISTRATOR, creation(map.mapType(), defaults()));
        return scenario;
    }

    /** A game that was created, joined and started at 0. */
    public static GameScenario started(MapPlan map, Principal... participants) {
        return started(map, defaults(), participants);
    }

    public static GameScenario started(MapPlan map, Rules rules, Principal... participants) {
        GameScenario scenario = empty();
        scenario.send(ADMINISTRATOR, creation(map.mapType(), rules));
        for (Principal participant : participants) {
            scenario.join(participant);
        }
        scenario.send(ADMINISTRATOR, new StartGame());
        return scenario;
    }

    public static CreateGame creation(MapType map, Rules rules) {
        return new CreateGame(map, rules, LIMIT, DURATION_MS, seed(), null, null, null, null);
    }

    public static Rules defaults() {
        return Rules.newBuilder().build();
    }

    /** The bytes 0, 1, 2, ... 31. */
    public static ByteBuffer seed() {
        ByteBuffer seed = ByteBuffer.allocate(32);
        for (int i = 0; i < 32; i++) {
            seed.put((byte) i);
        }
        return seed.flip();
    }

    public static Principal player(String name) {
        return Principal.player(uuidV3("player:" + name.toLowerCase(Locale.ROOT)), name);
    }

    /** The id of the robot or voucher that the game gave out as number n, from 0. */
    public static String idOf(int n) {
        return uuidV3(GAME + ":" + n);
    }

    public static MoveRobot move(String robotId, Direction direction) {
        return new MoveRobot(robotId, direction);
    }

    /** The condition of a robot with full health, of whose actions that wait the first runs at a time. */
    public static Condition condition(
            Tile position, long energyIn5000ths, long asOfMs, long readyAtMs, int queued, long runsAtMs) {
        return new Condition(
                position,
                10,
                0,
                (int) (energyIn5000ths / 5000),
                (int) (energyIn5000ths % 5000),
                time(asOfMs),
                time(readyAtMs),
                queued,
                time(runsAtMs));
    }

    /** The condition of a robot with full health, none of whose actions waits. */
    public static Condition condition(Tile position, long energyIn5000ths, long asOfMs, long readyAtMs, int queued) {
        if (queued != 0) {
            throw new IllegalArgumentException("Say when the first of the actions that wait runs");
        }
        Condition condition = condition(position, energyIn5000ths, asOfMs, readyAtMs, 0, 0);
        condition.setRunsAt(null);
        return condition;
    }

    public static Instant time(long ms) {
        return Instant.ofEpochMilli(START_MS + ms);
    }

    public static String commandId(int n) {
        return "00000000-0000-4000-8000-%012d".formatted(n);
    }

    public GameScenario at(long ms) {
        nowMs = ms;
        return this;
    }

    public Outcome send(Principal caller, SpecificRecord payload) {
        return send(caller, command(caller, payload));
    }

    /** Sends a command that the test has made, as it stands. */
    public Outcome send(Principal caller, Command command) {
        return send(command, new CommandMetadata(caller, START_MS + nowMs, 100));
    }

    public Outcome send(Command command, CommandMetadata arrival) {
        Progress before = records().progress();
        long firstSequence = before == null ? 0 : before.getSequence() + 1;
        // The first event of a game that comes into being has the number 1, and a rejection before that has 0.
        List<Event> published = new ArrayList<>();
        game.handle(command, arrival, published::addAll);
        if (before == null && records().progress() != null) {
            firstSequence = 1;
        }
        events.addAll(published);
        return new Outcome(
                command.getCommandId(),
                arrival.principal().playerId(),
                arrival.appendTimeMs() - START_MS,
                firstSequence,
                List.copyOf(published));
    }

    public Command command(Principal caller, SpecificRecord payload) {
        return new Command(commandId(++commands), time(nowMs), GAME, caller.playerId(), payload);
    }

    public Outcome join(Principal caller) {
        return send(caller, new JoinGame(caller.name()));
    }

    public Outcome tick() {
        return send(NOBODY, new Tick());
    }

    public Outcome move(Principal owner, String robotId, Direction direction) {
        return send(owner, move(robotId, direction));
    }

    public Outcome clearQueue(Principal owner, String robotId) {
        return send(owner, new ClearQueue(robotId));
    }

    /** Buys a robot that appears at the player's own station. */
    public String buyRobot(Principal owner) {
        return buyRobotAt(owner, null);
    }

    public String buyRobotAt(Principal owner, Tile station) {
        send(owner, new BuyRobots(1, station));
        return idOf((int) records().counters().getIds() - 1);
    }

    /** Lets a robot be there that no command of today can make, by an event. */
    public String spawn(Principal owner, Levels levels, Condition condition) {
        long id = records().counters().getIds();
        String robotId = idOf((int) id);
        RobotSpawned spawned = new RobotSpawned(robotId, "made up", condition, levels, id + 1);
        long sequence = records().progress().getSequence() + 1;
        Event event = new Event(GAME, sequence, time(nowMs), null, owner.playerId(), 0, spawned);
        game.fold(event);
        events.add(event);
        return robotId;
    }

    public GameRecords records() {
        return new GameRecords(game.state());
    }

    /** What the events so far make by themselves. */
    public GameRecords replayed() {
        InMemoryAggregate<Command, Event> replayed = RobotsContext.inMemory(GAME);
        events.forEach(replayed::fold);
        return new GameRecords(replayed.state());
    }

    /** All events so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    private static String uuidV3(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
