package dungeon.rules;

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
import dungeon.schemas.state.Progress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** One game in memory, to which a test sends commands one at a time. Times are in ms since the scenario began. */
final class GameScenario {
    static final String GAME = "6f1c2a52-0b1e-4d2a-9c6e-0123456789ab";
    static final long START_MS = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    static final long DURATION_MS = 600_000;
    static final long DAY_MS = 24 * 3_600_000L;
    static final int LIMIT = 4;

    static final Caller ADMINISTRATOR = Caller.administrator();
    static final Caller ANN = player("Ann");
    static final Caller BOB = player("Bob");
    static final Caller CID = player("Cid");
    static final Caller NOBODY = Caller.unknown("There is no token");

    private final InMemoryWorld world = new InMemoryWorld(GAME);
    private final List<Event> events = new ArrayList<>();
    private long nowMs;
    private int commands;

    private GameScenario() {}

    /** No game yet. */
    static GameScenario empty() {
        return new GameScenario();
    }

    /** A game that was created at 0. */
    static GameScenario created(MapPlan map) {
        GameScenario scenario = empty();
        scenario.send(ADMINISTRATOR, creation(map.mapType(), defaults()));
        return scenario;
    }

    /** A game that was created, joined and started at 0. */
    static GameScenario started(MapPlan map, Caller... participants) {
        return started(map, defaults(), participants);
    }

    static GameScenario started(MapPlan map, Rules rules, Caller... participants) {
        GameScenario scenario = empty();
        scenario.send(ADMINISTRATOR, creation(map.mapType(), rules));
        for (Caller participant : participants) {
            scenario.join(participant);
        }
        scenario.send(ADMINISTRATOR, new StartGame());
        return scenario;
    }

    static CreateGame creation(MapType map, Rules rules) {
        return new CreateGame(map, rules, LIMIT, DURATION_MS, seed(), null);
    }

    static Rules defaults() {
        TrustedRecords.trust();
        return Rules.newBuilder().build();
    }

    /** The bytes 0, 1, 2, ... 31. */
    static ByteBuffer seed() {
        ByteBuffer seed = ByteBuffer.allocate(32);
        for (int i = 0; i < 32; i++) {
            seed.put((byte) i);
        }
        return seed.flip();
    }

    static Caller player(String name) {
        return Caller.player(uuidV3("player:" + name.toLowerCase(Locale.ROOT)), name);
    }

    /** The id of the robot or voucher that the game gave out as number n, from 0. */
    static String idOf(int n) {
        return uuidV3(GAME + ":" + n);
    }

    static MoveRobot move(String robotId, Direction direction) {
        return new MoveRobot(robotId, direction);
    }

    /** The condition of a robot with full health. */
    static Condition condition(Tile position, long energyIn5000ths, long asOfMs, long readyAtMs, int queued) {
        return new Condition(
                position,
                10,
                0,
                (int) (energyIn5000ths / 5000),
                (int) (energyIn5000ths % 5000),
                time(asOfMs),
                time(readyAtMs),
                queued);
    }

    static Instant time(long ms) {
        return Instant.ofEpochMilli(START_MS + ms);
    }

    static String commandId(int n) {
        return "00000000-0000-4000-8000-%012d".formatted(n);
    }

    GameScenario at(long ms) {
        nowMs = ms;
        return this;
    }

    Outcome send(Caller caller, SpecificRecord payload) {
        return send(caller, command(caller, payload));
    }

    /** Sends a command that the test has made, as it stands. */
    Outcome send(Caller caller, Command command) {
        return send(command, new Arrival(caller, START_MS + nowMs, 100));
    }

    Outcome send(Command command, Arrival arrival) {
        long firstSequence = world.progress() == null ? 0 : world.progress().getSequence() + 1;
        // The first event of a game that comes into being has the number 1, and a rejection before that has 0.
        List<Event> published = new ArrayList<>();
        GameRules.handle(world, command, arrival, published::addAll);
        if (firstSequence == 0 && world.progress() != null) {
            firstSequence = 1;
        }
        events.addAll(published);
        return new Outcome(
                command.getCommandId(),
                arrival.caller().playerId(),
                arrival.stampMs() - START_MS,
                firstSequence,
                List.copyOf(published));
    }

    Command command(Caller caller, SpecificRecord payload) {
        return new Command(commandId(++commands), time(nowMs), GAME, caller.playerId(), payload);
    }

    Outcome join(Caller caller) {
        return send(caller, new JoinGame(caller.playerName()));
    }

    Outcome tick() {
        return send(NOBODY, new Tick());
    }

    Outcome move(Caller owner, String robotId, Direction direction) {
        return send(owner, move(robotId, direction));
    }

    Outcome clearQueue(Caller owner, String robotId) {
        return send(owner, new ClearQueue(robotId));
    }

    /** Buys a robot that appears at the player's own station. */
    String buyRobot(Caller owner) {
        return buyRobotAt(owner, null);
    }

    String buyRobotAt(Caller owner, Tile station) {
        send(owner, new BuyRobots(1, station));
        return idOf((int) world.progress().getIds() - 1);
    }

    /** Lets a robot be there that no command of today can make, by an event. */
    String spawn(Caller owner, Levels levels, Condition condition) {
        Progress progress = world.progress();
        String robotId = idOf((int) progress.getIds());
        RobotSpawned spawned = new RobotSpawned(robotId, "made up", condition, levels);
        Event event = new Event(GAME, progress.getSequence() + 1, time(nowMs), null, owner.playerId(), 0, spawned);
        Evolution.evolve(world, event);
        events.add(event);
        return robotId;
    }

    InMemoryWorld world() {
        return world;
    }

    /** The world that the events so far make by themselves. */
    InMemoryWorld replayed() {
        InMemoryWorld replayed = new InMemoryWorld(GAME);
        events.forEach(event -> Evolution.evolve(replayed, event));
        return replayed;
    }

    /** All events so far. */
    List<Event> events() {
        return List.copyOf(events);
    }

    private static String uuidV3(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
