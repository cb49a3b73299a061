package dungeon.statetopics;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.app.Contexts;
import dungeon.golden.GoldenFiles;
import dungeon.golden.GoldenGame;
import dungeon.platform.envelope.Ids;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GamePurged;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.ecst.PlanetSnapshot;
import dungeon.schemas.ecst.RobotSnapshot;
import dungeon.schemas.serde.TestRegistry;
import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state of recorded games, event by event. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateTopicsTopologyTest {
    private static final String SEQUENCE = "sequence";

    private final TestRegistry registry = new TestRegistry();
    private final Map<Topic<?>, TestOutputTopic<String, ?>> outputs = new LinkedHashMap<>();
    private List<GoldenGame> games;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> events;
    private Serializer<Event> serializer;

    @BeforeAll
    void open(@TempDir Path stateDir) throws IOException {
        games = GoldenFiles.readAll();
        StateTopicsConfig config =
                StateTopicsConfig.from(Map.of("schema.registry.url", registry.url(), "state.dir", stateDir.toString()));
        driver = new TopologyTestDriver(
                StateTopicsTopology.build(
                        new TopologyConfig(new StreamsConfig(config.streamsSettings())),
                        Topics.EVENTS.valueSerde(config.clientSettings()).deserializer(),
                        config.clientSettings()),
                config.streamsSettings());
        serializer = Topics.EVENTS.valueSerde(config.clientSettings()).serializer();
        events = driver.createInputTopic(Topics.EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
        StateTopics.ALL.forEach(topic -> outputs.put(
                topic,
                driver.createOutputTopic(
                        topic.name(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde(config.clientSettings()).deserializer())));
    }

    @AfterAll
    void close() {
        driver.close();
        registry.close();
    }

    Stream<GoldenGame> games() {
        return games.stream();
    }

    @ParameterizedTest
    @MethodSource("games")
    void theNewestValuesAreTheStateUntilNothingIsLeft(GoldenGame game) {
        // Some of them were recorded under the same id.
        String gameId = Ids.timed(0, game.name());
        List<Event> inSequence = game.events().stream()
                .filter(event -> event.getSequence() > 0)
                .map(event -> Event.newBuilder(event).setGameId(gameId).build())
                .toList();
        InMemoryGame folded = new InMemoryGame(gameId);
        Map<String, SpecificRecord> newest = new TreeMap<>();
        boolean purged = false;
        for (Event event : inSequence) {
            if (event.getPayload() instanceof GamePurged) {
                assertThat(withoutSequences(newest)).isEqualTo(withoutSequences(expected(folded)));
                purged = true;
            }
            folded.fold(event);
            pipe(event);
            read(event, newest);
        }

        if (purged) {
            assertThat(newest.values()).isNotEmpty().containsOnlyNulls();
            assertThat(storedKeysOf(folded.gameId())).isZero();
        } else {
            assertThat(withoutSequences(newest)).isEqualTo(withoutSequences(expected(folded)));
            assertThat(storedKeysOf(folded.gameId())).isPositive();
        }
    }

    /** Reads what an event led to; each value says something new, and with the number of that event. */
    private void read(Event event, Map<String, SpecificRecord> newest) {
        outputs.forEach((topic, output) -> {
            for (KeyValue<String, ?> change : output.readKeyValuesToList()) {
                String key = topic.name() + " " + change.key;
                SpecificRecord value = (SpecificRecord) change.value;
                assertThat(change.key.split(":", -1)[0]).isEqualTo(event.getGameId());
                if (value != null) {
                    assertThat(field(value, "gameId")).isEqualTo(event.getGameId());
                    assertThat(field(value, SEQUENCE)).isEqualTo(event.getSequence());
                    assertThat(without(value)).isNotEqualTo(newest.get(key) == null ? null : without(newest.get(key)));
                    if (event.getPayload() instanceof RobotMoved moved && value instanceof RobotSnapshot robot) {
                        assertIsAsItMoved(moved, robot);
                    }
                }
                newest.put(key, value);
            }
        });
    }

    private static void assertIsAsItMoved(RobotMoved moved, RobotSnapshot robot) {
        if (robot.getRobotId().equals(moved.getRobotId())) {
            assertThat(robot.getX())
                    .isEqualTo(moved.getCondition().getPosition().getX());
            assertThat(robot.getY())
                    .isEqualTo(moved.getCondition().getPosition().getY());
            assertThat(robot.getHealth()).isEqualTo(moved.getCondition().getHealth());
            assertThat(robot.getEnergy()).isEqualTo(moved.getCondition().getEnergy());
            assertThat(robot.getAsOf()).isEqualTo(moved.getCondition().getAsOf());
            assertThat(robot.getReadyAt()).isEqualTo(moved.getCondition().getReadyAt());
        }
    }

    @Test
    void whatCannotBeReadHoldsUpNobody() {
        GoldenGame game = games.get(0);
        Event created = game.events().stream()
                .filter(event -> event.getPayload() instanceof GameCreated)
                .findFirst()
                .orElseThrow();
        Event other = Event.newBuilder(created)
                .setGameId("01900000-0000-7000-8000-000000000001")
                .build();
        events.pipeInput(other.getGameId(), new byte[] {1, 2, 3});
        events.pipeInput(other.getGameId(), null);
        events.pipeInput("another key", bytes(other));
        assertThat(outputs.get(StateTopics.GAMES).readKeyValuesToList()).isEmpty();

        pipe(other);

        assertThat(outputs.get(StateTopics.GAMES).readKeyValuesToList())
                .extracting(change -> change.key)
                .containsExactly(other.getGameId());
    }

    @Test
    void playersWhoWereOnATileAreNamedByTheirNumbers() {
        List<PlanetSnapshot> visited = games.stream()
                .flatMap(game -> {
                    InMemoryGame folded = new InMemoryGame(game.events().get(0).getGameId());
                    game.events().stream()
                            .filter(event -> event.getSequence() > 0 && !(event.getPayload() instanceof GamePurged))
                            .forEach(folded::fold);
                    return expected(folded).values().stream();
                })
                .filter(PlanetSnapshot.class::isInstance)
                .map(PlanetSnapshot.class::cast)
                .filter(planet -> planet.getVisitedBy().size() > 1)
                .toList();
        assertThat(visited)
                .isNotEmpty()
                .allSatisfy(planet -> assertThat(planet.getVisitedBy())
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .allMatch(number -> number >= 0 && number < 64));
    }

    private static Map<String, SpecificRecord> expected(InMemoryGame folded) {
        Map<String, SpecificRecord> expected = new TreeMap<>();
        Publications.ALL.forEach(publication -> addTo(expected, publication, folded));
        return expected;
    }

    private static <V extends SpecificRecord> void addTo(
            Map<String, SpecificRecord> expected, Publication<V, ?> publication, InMemoryGame folded) {
        folded.records()
                .scan(
                        publication.table(),
                        stored -> expected.put(
                                publication.topic().name() + " " + publication.keyOf(folded.gameId(), stored),
                                publication.valueOf(folded.gameId(), stored)));
    }

    private static Map<String, SpecificRecord> withoutSequences(Map<String, SpecificRecord> values) {
        Map<String, SpecificRecord> without = new TreeMap<>();
        values.forEach((key, value) -> without.put(key, without(value)));
        return without;
    }

    private static SpecificRecord without(SpecificRecord value) {
        SpecificRecordBase copy = (SpecificRecordBase) SpecificData.get().deepCopy(value.getSchema(), value);
        copy.put(SEQUENCE, 0L);
        return copy;
    }

    private static Object field(SpecificRecord value, String name) {
        return ((SpecificRecordBase) value).get(name);
    }

    private int storedKeysOf(String gameId) {
        List<Bytes> keys = new ArrayList<>();
        byte[] id = Contexts.ROBOTS.context().ids().prefix(gameId);
        try (KeyValueIterator<Bytes, byte[]> all = driver.<Bytes, byte[]>getKeyValueStore(StateTopicsTopology.STORE)
                .all()) {
            all.forEachRemaining(entry -> {
                byte[] key = entry.key.get();
                if (key.length > id.length && Arrays.equals(key, 1, 1 + id.length, id, 0, id.length)) {
                    keys.add(entry.key);
                }
            });
        }
        return keys.size();
    }

    private void pipe(Event event) {
        events.pipeInput(event.getGameId(), bytes(event));
    }

    private byte[] bytes(Event event) {
        return serializer.serialize(Topics.EVENTS.name(), event);
    }
}
