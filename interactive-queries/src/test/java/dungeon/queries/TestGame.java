package dungeon.queries;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.InMemoryGame;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MapType;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** A small game, played with the real rules: its events, and what they must add up to. */
public final class TestGame {
    public static final String ANNA = "aaaaaaaa-0000-3000-8000-000000000001";
    public static final String BERT = "bbbbbbbb-0000-3000-8000-000000000002";
    public static final String MAP_TYPE_ID = "30000000-0000-4000-8000-000000000003";
    public static final Instant CREATED_AT = Instant.parse("2026-05-01T12:00:00Z");
    public static final long DURATION_MS = 60_000;
    private static final long PURGED_AFTER_MS = 60 * 60_000;

    private static final Principal ADMINISTRATOR = Principal.administrator();
    private static final Principal PLAYER_ANNA = Principal.player(ANNA, "anna");
    private static final Principal PLAYER_BERT = Principal.player(BERT, "bert");

    private final String gameId;
    private final InMemoryGame played;
    private final List<Event> events = new ArrayList<>();
    private long nowMs = CREATED_AT.toEpochMilli();
    private int commands;

    private TestGame(String gameId) {
        this.gameId = gameId;
        this.played = new InMemoryGame(gameId);
    }

    /** A game that was created from a map type, and nothing else. */
    public static TestGame created(String gameId) {
        return created(gameId, MAP_TYPE_ID);
    }

    /** The same from a plan that was never stored. */
    public static TestGame createdFromAPlan(String gameId) {
        return created(gameId, null);
    }

    private static TestGame created(String gameId, String mapTypeId) {
        TestGame game = new TestGame(gameId);
        game.create(mapTypeId);
        return game;
    }

    /** A game that anna joined, and then bert. */
    public static TestGame joined(String gameId) {
        TestGame game = created(gameId);
        game.send(PLAYER_ANNA, new JoinGame("anna"));
        game.send(PLAYER_BERT, new JoinGame("bert"));
        return game;
    }

    /** A game in which robots have moved, wait in queues, and some commands were refused. */
    public static TestGame underWay(String gameId) {
        TestGame game = joined(gameId);
        game.send(ADMINISTRATOR, new StartGame());
        game.send(PLAYER_ANNA, new BuyRobots(3, null));
        game.send(PLAYER_BERT, new BuyRobots(1, null));
        // Too dear by now.
        game.send(PLAYER_ANNA, new BuyRobots(3, null));
        for (Direction direction : List.of(Direction.N, Direction.E, Direction.S, Direction.W, Direction.NE)) {
            for (Robot robot : game.played.robots()) {
                game.send(
                        robot.getPlayerId().equals(ANNA) ? PLAYER_ANNA : PLAYER_BERT,
                        new MoveRobot(robot.getRobotId(), direction));
            }
        }
        game.nowMs += 5_000;
        game.send(PLAYER_ANNA, new ClearQueue(game.played.robots().get(0).getRobotId()));
        game.send(PLAYER_BERT, new JoinGame("bert"));
        return game;
    }

    /** The same, up to its end. */
    public static TestGame ended(String gameId) {
        TestGame game = underWay(gameId);
        game.nowMs += DURATION_MS;
        game.send(ADMINISTRATOR, new Tick());
        return game;
    }

    /** The same, up to the last event that it will ever have. */
    public static TestGame purged(String gameId) {
        TestGame game = ended(gameId);
        game.nowMs += PURGED_AFTER_MS;
        game.send(ADMINISTRATOR, new Tick());
        return game;
    }

    public String gameId() {
        return gameId;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The state after the first so many events, folded by the rules. */
    public InMemoryGame worldAfter(long sequence) {
        InMemoryGame folded = new InMemoryGame(gameId);
        events.stream().filter(event -> event.getSequence() <= sequence).forEach(folded::fold);
        return folded;
    }

    /** The state after all events. */
    public InMemoryGame world() {
        return worldAfter(Long.MAX_VALUE);
    }

    /** The last event's number. */
    public long sequence() {
        return events.get(events.size() - 1).getSequence();
    }

    /** Tests choose ids for their place among others, and not for the time that they tell; so the game is made under another one. */
    private void create(String mapTypeId) {
        ByteBuffer seed = ByteBuffer.wrap(new byte[32]);
        TestGame timed = new TestGame(Ids.timed(nowMs, gameId));
        timed.send(
                ADMINISTRATOR,
                new CreateGame(exampleMap(), rules(), 4, DURATION_MS, seed, null, mapTypeId, null, null));
        nowMs = timed.nowMs;
        commands = timed.commands;
        for (Event event : timed.events) {
            event.setGameId(gameId);
            played.fold(event);
            events.add(event);
        }
        played.records().put(RobotsTables.SECRETS, new Secret(seed));
    }

    private void send(Principal principal, SpecificRecord payload) {
        nowMs += 10;
        commands++;
        Command command = new Command(
                new UUID(0x4000, commands).toString(),
                Instant.ofEpochMilli(nowMs),
                gameId,
                principal.playerId(),
                payload);
        played.handle(command, new CommandMetadata(principal, nowMs, 100), events::addAll);
    }

    public static MapType exampleMap() {
        return ShippedMaps.read(ShippedMaps.EXAMPLE);
    }

    private static Rules rules() {
        return Rules.newBuilder().build();
    }
}
