package dungeon.queries.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.Table;
import dungeon.platform.streams.TableCodec;
import dungeon.platform.streams.TableKeys;
import dungeon.queries.TestBytes;
import dungeon.queries.TestGame;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.robots.GameReader;
import dungeon.queries.robots.RobotsView;
import dungeon.queries.views.SkippedEvents.Cause;
import dungeon.robots.InMemoryGame;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Event;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTopologyTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String OTHER_GAME = "10000000-0000-4000-8000-000000000002";

    private static final int RUNS = 100;
    private static final List<Table<?, ?>> TABLES = RobotsTables.ALL.all().stream()
            .filter(table -> !table.isWriteSideOnly())
            .toList();

    @TempDir
    private Path stateDir;

    private ViewsDriver views;

    @BeforeEach
    void open() {
        views = new ViewsDriver(stateDir);
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void theStoreIsTheFoldOfTheEvents() {
        TestGame game = TestGame.ended(GAME);

        views.pipe(game.events());

        assertStoreIs(game.world());
    }

    @Test
    void gamesOfOnePartitionDoNotMix() {
        TestGame one = TestGame.underWay(GAME);
        TestGame other = TestGame.ended(OTHER_GAME);
        for (int i = 0; i < Math.max(one.events().size(), other.events().size()); i++) {
            for (TestGame game : List.of(one, other)) {
                if (i < game.events().size()) {
                    views.pipe(game.events().subList(i, i + 1));
                }
            }
        }

        assertStoreIs(one.world());
        assertStoreIs(other.world());
    }

    @Test
    void eventsThatComeAgainChangeNothing() {
        TestGame game = TestGame.ended(GAME);
        int half = game.events().size() / 2;

        views.pipe(game.events().subList(0, half));
        views.pipe(game.events().subList(0, half));
        views.pipe(game.events());

        assertStoreIs(game.world());
    }

    @Test
    void eventsThatAreMissingOrComeAgainAreCounted() {
        List<Event> events = TestGame.ended(GAME).events();

        views.pipe(events.subList(0, 10));
        assertThat(views.count("dungeon.queries.sequence.missing")).isZero();
        assertThat(views.count("dungeon.queries.sequence.repeated")).isZero();

        views.pipe(events.subList(9, 10));
        assertThat(views.count("dungeon.queries.sequence.repeated")).isEqualTo(1);

        views.pipe(events.subList(12, 13));
        assertThat(views.count("dungeon.queries.sequence.missing")).isEqualTo(2);
    }

    /** Kafka Streams closes a processor before it throws stores away. */
    @Test
    void aPartitionIsReadyUntilItsProcessorIsClosed() {
        ViewsDriver closed = new ViewsDriver(stateDir.resolve("closed"));
        assertThat(closed.isReady(0)).isTrue();
        assertThat(closed.isReady(1)).isFalse();

        closed.close();

        assertThat(closed.isReady(0)).isFalse();
    }

    @Test
    void theStoreHoldsTheTablesThatEventsTell() {
        assertThat(TABLES)
                .extracting(Table::name)
                .containsExactly("tiles", "mines", "robots", "accounts", "games", "progress");
        TestGame game = TestGame.ended(GAME);

        views.pipe(game.events());

        Map<Byte, Integer> recordsByCode = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = views.writable().all()) {
            all.forEachRemaining(entry -> recordsByCode.merge(entry.key.get()[0], 1, Integer::sum));
        }
        Map<Byte, Integer> expected = new TreeMap<>();
        TABLES.forEach(table ->
                expected.put(table.code(), game.world().records().all(table).size()));
        // And where the events are.
        expected.put(EventPlaces.ENTRY_CODE, 1);
        expected.put(EventPlaces.FOLDED_CODE, 1);
        // And, for each state, which games are in it.
        expected.put(StateIndex.CODE, 3);
        assertThat(recordsByCode).isEqualTo(expected);
    }

    /** Whoever asks for the games that run reads no others, however many there were. */
    @Test
    void gamesAreFoundByTheirState() {
        TestGame game = TestGame.ended(GAME);
        int started = 1
                + IntStream.range(0, game.events().size())
                        .filter(i -> game.events().get(i).getPayload() instanceof GameStarted)
                        .findFirst()
                        .orElseThrow();
        views.pipe(TestGame.created(OTHER_GAME).events());
        views.pipe(game.events().subList(0, started));

        assertThat(gamesIn(GameState.CREATED)).containsExactly(OTHER_GAME);
        assertThat(gamesIn(GameState.STARTED)).containsExactly(GAME);

        views.pipe(game.events());
        assertThat(gamesIn(GameState.STARTED)).isEmpty();
        assertThat(gamesIn(GameState.ENDED)).containsExactly(GAME);
        assertThat(gamesIn(GameState.CREATED)).containsExactly(OTHER_GAME);
    }

    @Test
    void gamesOfAStateAreListedInPages() {
        List<String> ids = IntStream.rangeClosed(1, 5)
                .mapToObj("10000000-0000-4000-8000-00000000000%d"::formatted)
                .toList();
        ids.forEach(id -> views.pipe(TestGame.created(id).events()));
        views.pipe(TestGame.ended("20000000-0000-4000-8000-000000000000").events());
        AggregatesReader<GameReader> reader = RobotsView.list(views);

        AggregatesReader.Page<GameReader> first = reader.read(List.of(0), null, 3, GameState.CREATED.name());
        AggregatesReader.Page<GameReader> second =
                reader.read(List.of(0), first.readUpTo(), 3, GameState.CREATED.name());

        assertThat(first.found()).extracting(GameReader::id).isEqualTo(ids.subList(0, 3));
        assertThat(second.found()).extracting(GameReader::id).isEqualTo(ids.subList(3, 5));
        assertThat(second.readUpTo()).isNull();
    }

    private List<String> gamesIn(GameState state) {
        return RobotsView.list(views).read(List.of(0), null, 100, state.name()).found().stream()
                .map(GameReader::id)
                .toList();
    }

    /** Whoever folds at-least-once can find, after a halt, other events in each table than the one to begin again with. */
    @Test
    void tablesThatWereSetBackToDifferentPointsConverge() {
        Random random = new Random(1);
        for (int run = 0; run < RUNS; run++) {
            TestGame game = TestGame.ended(new UUID(0x4000, run).toString());
            long committed = random.nextLong(game.sequence());
            for (Table<?, ?> table : TABLES) {
                putTable(table, game.worldAfter(between(committed, game.sequence(), random)), record -> true);
            }

            views.pipe(eventsAfter(game, committed));

            assertStoreIs(game.world());
        }
    }

    /** The same where a cache writes the records in an order of its own, so that a halt keeps some of them only. */
    @Test
    void recordsThatWereSetBackToDifferentPointsConverge() {
        Random random = new Random(2);
        for (int run = 0; run < RUNS; run++) {
            TestGame game = TestGame.ended(new UUID(0x4000, run).toString());
            long committed = random.nextLong(game.sequence());
            for (Table<?, ?> table : TABLES) {
                putTable(table, game.worldAfter(committed), record -> true);
                putTable(
                        table,
                        game.worldAfter(between(committed, game.sequence(), random)),
                        record -> random.nextBoolean());
            }

            views.pipe(eventsAfter(game, committed));

            assertStoreIs(game.world());
        }
    }

    @Test
    void leavesOutWhatCannotBeDecodedAndGoesOn() {
        TestGame game = TestGame.underWay(GAME);
        views.pipe(GAME, "no event at all".getBytes(StandardCharsets.UTF_8));
        views.pipe(GAME, null);

        views.pipe(game.events());

        assertStoreIs(game.world());
        assertThat(views.skipped(Cause.UNDECODABLE)).isEqualTo(2);
        assertThat(views.skipped().count()).isEqualTo(2);
    }

    @Test
    void leavesOutEventsUnderAnotherKey() {
        TestGame game = TestGame.created(GAME);
        views.pipe(OTHER_GAME, TestBytes.of(game.events().get(0)));

        assertThat(new GameReader(views.active(0), GAME).sequence()).isZero();
        assertThat(views.skipped(Cause.WRONG_KEY)).isEqualTo(1);
    }

    @Test
    void leavesOutEventsThatDoNotFitAndGoesOn() {
        TestGame game = TestGame.underWay(GAME);
        Event moved = game.events().get(game.events().size() - 3);
        views.pipe(
                OTHER_GAME,
                TestBytes.of(Event.newBuilder(moved).setGameId(OTHER_GAME).build()));

        views.pipe(game.events());

        assertStoreIs(game.world());
        assertThat(views.skipped(Cause.UNFOLDABLE)).isEqualTo(1);
        assertThat(new GameReader(views.active(0), OTHER_GAME).sequence()).isZero();
    }

    @Test
    void rejectionsOutsideOfAnyGameLeaveNoTrace() {
        Event rejection = Event.newBuilder(TestGame.underWay(GAME).events().get(0))
                .setSequence(0)
                .setGameId("not even an id")
                .build();
        views.pipe("not even an id", TestBytes.of(rejection));

        assertThat(views.skipped().count()).isZero();
    }

    @Test
    void theGraphIsAsWrittenDown() throws IOException {
        String described = ViewsDriver.topology(
                        ViewsDriver.settings(stateDir),
                        new SequenceSignals(),
                        new ReadyPartitions(),
                        new SkippedEvents(new SimpleMeterRegistry()),
                        new DepartingAggregates())
                .describe()
                .toString();

        try (var golden = ViewsTopologyTest.class.getResourceAsStream("/views-topology.txt")) {
            assertThat(described).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aGameThatDepartsLeavesNothingAndNoOther() {
        TestGame gone = TestGame.purged(GAME);
        TestGame stays = TestGame.purged(OTHER_GAME);
        views.pipe(stays.events());
        Map<Bytes, byte[]> before = stored();
        views.pipe(gone.events());

        views.departing().add(ViewsDriver.PARTITION, GAME);
        assertThat(gamesIn(GameState.ENDED)).containsExactly(GAME, OTHER_GAME);
        views.advance(Duration.ofSeconds(1));

        assertThat(gamesIn(GameState.ENDED)).containsExactly(OTHER_GAME);
        // But for how far the log was folded.
        Bytes folded = Bytes.wrap(new byte[] {EventPlaces.FOLDED_CODE});
        Map<Bytes, byte[]> after = stored();
        before.remove(folded);
        after.remove(folded);
        assertThat(after).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void noMoreDepartAtATimeThanTheFoldCanWaitFor() {
        List<String> ids = IntStream.rangeClosed(10, 49)
                .mapToObj("10000000-0000-4000-8000-0000000000%d"::formatted)
                .toList();
        ids.forEach(id -> views.pipe(TestGame.purged(id).events()));
        int recordsOfAGame = stored().size() / ids.size();
        ids.forEach(id -> views.departing().add(ViewsDriver.PARTITION, id));

        views.advance(Duration.ofSeconds(1));

        int gone = (ViewsProcessor.DEPARTING_RECORDS + recordsOfAGame - 1) / recordsOfAGame;
        List<String> left = gamesIn(GameState.ENDED);
        assertThat(left).isNotEmpty().isEqualTo(ids.subList(gone, ids.size()));
        views.advance(Duration.ofSeconds(1));
        assertThat(gamesIn(GameState.ENDED)).hasSizeLessThan(left.size());
    }

    @Test
    void whoHasBegunToReadSeesThatAGameHasLeft() {
        views.pipe(TestGame.purged(GAME).events());
        GameReader reader = new GameReader(views.active(ViewsDriver.PARTITION), GAME);
        assertThat(reader.isHere()).isTrue();

        views.departing().add(ViewsDriver.PARTITION, GAME);
        views.advance(Duration.ofSeconds(1));

        assertThat(reader.isHere()).isFalse();
        assertThat(reader.game()).isNull();
        assertThatThrownBy(() -> reader.placeOf(1)).isInstanceOf(NotAvailableException.class);
    }

    private Map<Bytes, byte[]> stored() {
        Map<Bytes, byte[]> all = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> found = views.writable().all()) {
            found.forEachRemaining(entry -> all.put(entry.key, entry.value));
        }
        return all;
    }

    private static long between(long from, long to, Random random) {
        return from + random.nextLong(to - from + 1);
    }

    private static List<Event> eventsAfter(TestGame game, long sequence) {
        return game.events().stream()
                .filter(event -> event.getSequence() > sequence)
                .toList();
    }

    /** Puts the records of a game's table into the store, or some of them. */
    private <K, V extends SpecificRecord> void putTable(Table<K, V> table, InMemoryGame world, Predicate<Object> some) {
        byte[] aggregate = AggregateIds.UUIDS.prefix(world.gameId());
        TableCodec<V> codec = new TableCodec<>(table);
        for (V record : world.records().all(table)) {
            if (some.test(record)) {
                views.writable().put(TableKeys.key(table, aggregate, table.keyOf(record)), codec.encode(record));
            }
        }
    }

    private void assertStoreIs(InMemoryGame world) {
        GameReader reader = new GameReader(views.active(0), world.gameId());
        assertThat(reader.sequence()).isEqualTo(world.progress().getSequence());
        assertThat(new ViewTables(RobotsContext.CONTEXT).progress(views.writable(), world.gameId()))
                .isEqualTo(world.progress());
        assertThat(reader.game()).isEqualTo(world.game());
        assertThat(reader.robots()).containsExactlyInAnyOrderElementsOf(world.robots());
        assertThat(reader.accounts()).containsExactlyInAnyOrderElementsOf(world.accounts());
        assertThat(reader.tiles())
                .hasSize(80)
                .containsExactlyInAnyOrderElementsOf(world.records().all(RobotsTables.TILES));
        assertThat(reader.mines())
                .hasSize(20)
                .containsExactlyInAnyOrderElementsOf(world.records().all(RobotsTables.MINES));
    }
}
