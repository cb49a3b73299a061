package dungeon.app;

import static dungeon.app.TopologyFixture.GAME_ID;
import static dungeon.app.TopologyFixture.PLAYER_ID;
import static dungeon.app.TopologyFixture.PLAYER_NAME;
import static dungeon.app.TopologyFixture.START;

import dungeon.platform.envelope.Ids;
import dungeon.schemas.Area;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateGame;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.Gravity;
import dungeon.schemas.JoinGame;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.Upgrade;
import dungeon.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Plays a short game in which each command comes up, and counts what each of them does with the stores and what it
 * writes. Ids, times and chance are fixed, so the figures are the same each time. What comes in is not counted.
 */
final class CommandCosts implements AutoCloseable {
    static final String OUTCOME = "outcome";
    static final String STORE_WRITES = "store writes";
    static final String TO = "to ";
    static final String BYTES = "bytes written";

    private static final String OTHER_NAME = "Bob";
    private static final String OTHER_ID = Ids.nameBased("player:bob");
    private static final String MAP_TYPE_ID = "00000000-0000-4000-8000-00000000000a";
    static final String CHANGELOG = "-changelog";

    /** What a commit costs the brokers grows with it: a marker goes to each. */
    private static final String TOPICS_WRITTEN = "topics written to";

    /** Ids are given out in turn: to a voucher and its two robots, then to the next voucher and its robot. */
    private static final String ROBOT = Ids.numbered(GAME_ID, 1);

    private static final String OTHER_ROBOT = Ids.numbered(GAME_ID, 4);

    /** Between the name of a changelog and that of a table. */
    private static final String TABLE_MARK = ": ";

    private record Written(int records, int bytes) {
        Written plus(Written more) {
            return new Written(records + more.records, bytes + more.bytes);
        }

        @Override
        public String toString() {
            return "%d %s, %d bytes".formatted(records, records == 1 ? "record" : "records", bytes);
        }
    }

    private final CountingTopology topology = new CountingTopology();
    private final TopologyFixture fixture;
    private final Deserializer<Event> events;
    private final Deserializer<LobbyEvent> lobbyEvents;
    private final Map<String, Map<String, String>> costs = new LinkedHashMap<>();

    private CommandCosts(Path stateDir) {
        fixture = new TopologyFixture(stateDir, 1, topology);
        events = Topics.EVENTS.valueSerde(fixture.clientConfig()).deserializer();
        lobbyEvents = Topics.LOBBY_EVENTS.valueSerde(fixture.clientConfig()).deserializer();
        // Opening the stores is no command's.
        topology.operations().take();
    }

    /** Figures by command, in the order of the game, and by name. */
    static Map<String, Map<String, String>> measured(Path stateDir) {
        try (CommandCosts measurement = new CommandCosts(stateDir)) {
            measurement.lobby();
            measurement.beginning();
            measurement.robots();
            measurement.end();
            return measurement.costs;
        }
    }

    private void lobby() {
        fixture.pipe(
                lobbyCommand("player:ada", null, new RegisterPlayer(PLAYER_NAME)),
                fixture.tokens.registrar(PLAYER_ID, PLAYER_NAME));
        counted("RegisterPlayer");
        fixture.pipe(
                lobbyCommand("map-type:" + MAP_TYPE_ID, PLAYER_ID, new CreateMapType(MAP_TYPE_ID, map())),
                fixture.playerToken());
        counted("CreateMapType, of 10 x 8 tiles");
    }

    private void beginning() {
        administer(new CreateGame(
                map(), Rules.newBuilder().build(), 2, 600_000L, ByteBuffer.wrap(new byte[32]), null, null, null, null));
        counted("CreateGame, of 10 x 8 tiles");
        play(0, new JoinGame(PLAYER_NAME));
        counted("JoinGame");
        playOther(0, new JoinGame(OTHER_NAME));
        administer(new StartGame());
        uncounted();
    }

    private void robots() {
        play(0, new BuyRobots(2, null));
        counted("BuyRobots, two");
        playOther(0, new BuyRobots(1, null));
        uncounted();
        play(1_000, new MoveRobot(ROBOT, Direction.E));
        counted("MoveRobot, to where no robot of the player has been");
        playOther(1_000, new MoveRobot(OTHER_ROBOT, Direction.W));
        uncounted();
        play(1_100, new MoveRobot(ROBOT, Direction.N));
        counted("MoveRobot, queued");
        play(1_200, new ClearQueue(ROBOT));
        counted("ClearQueue, of one action");
        play(3_000, new AttackRobot(ROBOT, OTHER_ROBOT));
        counted("AttackRobot");
        play(4_000, new StartMining(ROBOT, null));
        counted("StartMining");
        play(4_100, new MoveRobot(OTHER_ROBOT, Direction.E));
        counted("MoveRobot, rejected: somebody else's robot");
        tick(8_999);
        counted("Tick, nothing is due");
        tick(9_000);
        counted("Tick, a mining process completes");
        Command move = fixture.command(PLAYER_ID, new MoveRobot(ROBOT, Direction.W), 10_000);
        fixture.pipe(move, fixture.playerToken());
        counted("MoveRobot, to where a robot of the player has been");
        fixture.pipe(move, fixture.playerToken());
        counted("MoveRobot, repeated");
        play(12_000, new SellResources(ROBOT));
        counted("SellResources");
        play(13_000, new BuyUpgrade(ROBOT, Upgrade.STORAGE, 1));
        counted("BuyUpgrade, one level");
        play(14_000, new MoveRobot(ROBOT, Direction.E));
        play(14_100, new MoveRobot(ROBOT, Direction.W));
        uncounted();
        tick(16_000);
        counted("Tick, a queued MoveRobot runs");
    }

    private void end() {
        fixture.pipe(fixture.command(null, new EndGame(), 20_000), fixture.tokens.administrator());
        counted("EndGame, of two players");
        tick(20_000 + 3_600_000);
        counted("Tick, a game is purged");
        tick(20_000 + 3_601_000);
        counted("Tick, up to 500 records of a purged game are removed, and the ids of an hour before are forgotten");
        play(20_000 + 3_601_000, new ClearQueue(ROBOT));
        counted("ClearQueue, rejected: no game");
    }

    private void play(long afterMs, SpecificRecord payload) {
        fixture.pipe(fixture.command(PLAYER_ID, payload, afterMs), fixture.playerToken());
    }

    private void playOther(long afterMs, SpecificRecord payload) {
        fixture.pipe(fixture.command(OTHER_ID, payload, afterMs), fixture.tokens.player(OTHER_ID, OTHER_NAME));
    }

    private void administer(SpecificRecord payload) {
        fixture.pipe(fixture.command(null, payload, 0), fixture.tokens.administrator());
    }

    private void tick(long afterMs) {
        fixture.pipe(fixture.command(null, new Tick(), afterMs), null);
    }

    private LobbyCommand lobbyCommand(String subject, String playerId, SpecificRecord payload) {
        return new LobbyCommand("00000000-0000-4000-a000-00000000000a", START, subject, playerId, payload);
    }

    /** Contents each have a tile of their own, so that chance has no say in where they are. */
    private static MapType map() {
        List<ContentLayer> contents = List.of(
                new ContentLayer(at(0, 0), ContentKind.SPACE_STATION, 1, null, null, null),
                new ContentLayer(at(2, 0), ContentKind.SPACE_STATION, 1, null, null, null),
                new ContentLayer(at(1, 0), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(100, 100)));
        return new MapType("costs", "", 10, 8, Gravity.LIGHT, 500, List.of(), List.of(), contents, List.of());
    }

    private static List<Area> at(int x, int y) {
        return List.of(new Area(false, List.of(new Tile(x, y)), null, null, null));
    }

    private void uncounted() {
        topology.operations().take();
        takeWritten(new ArrayList<>());
        endCommit();
    }

    /** Lets some time go by, as between commands that come one at a time; ids share a record until then. */
    private void endCommit() {
        fixture.driver().advanceWallClockTime(Duration.ofMillis(20));
    }

    /** Puts down what was done since the last time. */
    private void counted(String command) {
        SortedMap<StoreOperations.Operation, Integer> operations =
                topology.operations().take();
        List<String> outcome = new ArrayList<>();
        SortedMap<String, Written> written = takeWritten(outcome);
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put(OUTCOME, outcome.isEmpty() ? "nothing" : String.join(", ", outcome));
        figures.put("store reads", sum(operations, StoreOperations.Operation::isRead));
        figures.put(STORE_WRITES, sum(operations, StoreOperations.Operation::isWrite));
        figures.put(
                "records written",
                String.valueOf(
                        written.values().stream().mapToInt(Written::records).sum()));
        figures.put(TOPICS_WRITTEN, String.valueOf(topics(written)));
        figures.put(
                BYTES,
                String.valueOf(
                        written.values().stream().mapToInt(Written::bytes).sum()));
        operations.forEach((operation, count) ->
                figures.put("%s %s".formatted(operation.table(), operation.operation()), String.valueOf(count)));
        written.forEach((where, sums) -> figures.put(TO + where, sums.toString()));
        if (costs.put(command, figures) != null) {
            throw new IllegalStateException("Two commands are called " + command);
        }
        endCommit();
    }

    private static String sum(
            Map<StoreOperations.Operation, Integer> counts, Predicate<StoreOperations.Operation> which) {
        return String.valueOf(counts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum());
    }

    private static long topics(SortedMap<String, Written> written) {
        return written.keySet().stream()
                .map(where -> where.split(TABLE_MARK, 2)[0])
                .distinct()
                .count();
    }

    /** Takes what was written to each topic, of changelogs by table; the application's id is left out of their names. */
    private SortedMap<String, Written> takeWritten(List<String> outcome) {
        SortedMap<String, Written> byPlace = new TreeMap<>();
        for (String topic : fixture.driver().producedTopicNames()) {
            List<TestRecord<byte[], byte[]>> records = fixture.driver()
                    .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
            for (TestRecord<byte[], byte[]> written : records) {
                byPlace.merge(place(topic, written.key()), new Written(1, bytes(written)), Written::plus);
                outcome.addAll(outcome(topic, written.value()));
            }
        }
        return byPlace;
    }

    private List<String> outcome(String topic, byte[] value) {
        if (topic.equals(Topics.EVENTS.name())) {
            return List.of(typeOf(events.deserialize(topic, value).getPayload()));
        }
        if (topic.equals(Topics.LOBBY_EVENTS.name())) {
            return List.of(typeOf(lobbyEvents.deserialize(topic, value).getPayload()));
        }
        return List.of();
    }

    private static String typeOf(Object payload) {
        return payload.getClass().getSimpleName();
    }

    /** Where a record was written to: the topic, and in a changelog the table. */
    private String place(String topic, byte[] key) {
        if (!topic.endsWith(CHANGELOG)) {
            return topic;
        }
        String changelog = topic.substring(fixture.applicationId().length() + 1);
        String store = changelog.substring(0, changelog.length() - CHANGELOG.length());
        return changelog + TABLE_MARK + TableNames.in(store, key);
    }

    private static int bytes(TestRecord<byte[], byte[]> written) {
        int bytes = length(written.key()) + length(written.value());
        for (Header header : written.headers()) {
            bytes += header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
        }
        return bytes;
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    @Override
    public void close() {
        fixture.close();
    }
}
