package dungeon.queries.views;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestBytes;
import dungeon.queries.TestGame;
import dungeon.queries.views.SkippedEvents.Cause;
import dungeon.rules.InMemoryWorld;
import dungeon.schemas.Event;
import dungeon.schemas.state.Progress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTopologyTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String OTHER_GAME = "10000000-0000-4000-8000-000000000002";

    private static final int RUNS = 100;
    private static final List<String> STORES = List.of(
            ViewsTopology.GAMES_STORE,
            ViewsTopology.PROGRESS_STORE,
            ViewsTopology.TILES_STORE,
            ViewsTopology.MINES_STORE,
            ViewsTopology.ROBOTS_STORE,
            ViewsTopology.ACCOUNTS_STORE);

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
    void storesAreTheFoldOfTheEvents() {
        TestGame game = TestGame.ended(GAME);

        views.pipe(game.events());

        assertStoresAre(game.world());
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

        assertStoresAre(one.world());
        assertStoresAre(other.world());
    }

    @Test
    void eventsThatComeAgainChangeNothing() {
        TestGame game = TestGame.ended(GAME);
        int half = game.events().size() / 2;

        views.pipe(game.events().subList(0, half));
        views.pipe(game.events().subList(0, half));
        views.pipe(game.events());

        assertStoresAre(game.world());
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

    /** Whoever folds at-least-once can find, after a halt, other events in each store than the one to begin again with. */
    @Test
    void storesThatWereSetBackToDifferentPointsConverge() {
        Random random = new Random(1);
        for (int run = 0; run < RUNS; run++) {
            TestGame game = TestGame.ended(new UUID(0x4000, run).toString());
            long committed = random.nextLong(game.sequence());
            for (String store : STORES) {
                putStore(store, game.worldAfter(between(committed, game.sequence(), random)), record -> true);
            }

            views.pipe(eventsAfter(game, committed));

            assertStoresAre(game.world());
        }
    }

    /** The same where a cache writes the records of a store in an order of its own, so that a halt keeps some of them only. */
    @Test
    void recordsOfAStoreThatWereSetBackToDifferentPointsConverge() {
        Random random = new Random(2);
        for (int run = 0; run < RUNS; run++) {
            TestGame game = TestGame.ended(new UUID(0x4000, run).toString());
            long committed = random.nextLong(game.sequence());
            for (String store : STORES) {
                // The number of a participant is how many joined before, so these cannot be lost one by one.
                boolean all = store.equals(ViewsTopology.ACCOUNTS_STORE);
                putStore(store, game.worldAfter(committed), record -> true);
                putStore(
                        store,
                        game.worldAfter(between(committed, game.sequence(), random)),
                        record -> all || random.nextBoolean());
            }

            views.pipe(eventsAfter(game, committed));

            assertStoresAre(game.world());
        }
    }

    @Test
    void leavesOutWhatCannotBeDecodedAndGoesOn() {
        TestGame game = TestGame.underWay(GAME);
        views.pipe(GAME, "no event at all".getBytes(StandardCharsets.UTF_8));
        views.pipe(GAME, null);

        views.pipe(game.events());

        assertStoresAre(game.world());
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

        assertStoresAre(game.world());
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
                        new SkippedEvents(new SimpleMeterRegistry()))
                .describe()
                .toString();

        try (var golden = ViewsTopologyTest.class.getResourceAsStream("/views-topology.txt")) {
            assertThat(described).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static long between(long from, long to, Random random) {
        return from + random.nextLong(to - from + 1);
    }

    private static List<Event> eventsAfter(TestGame game, long sequence) {
        return game.events().stream()
                .filter(event -> event.getSequence() > sequence)
                .toList();
    }

    /** Puts the records of a world into a store, or some of them. */
    private void putStore(String store, InMemoryWorld world, Predicate<Object> some) {
        String gameId = world.gameId();
        switch (store) {
            case ViewsTopology.GAMES_STORE -> put(store, StoreKeys.game(gameId), world.game(), some);
            case ViewsTopology.PROGRESS_STORE -> put(store, StoreKeys.game(gameId), world.progress(), some);
            case ViewsTopology.TILES_STORE ->
                forEachTile((x, y) -> put(store, StoreKeys.tile(gameId, x, y), world.tile(x, y), some));
            case ViewsTopology.MINES_STORE ->
                forEachTile((x, y) -> put(store, StoreKeys.tile(gameId, x, y), world.mine(x, y), some));
            case ViewsTopology.ROBOTS_STORE ->
                world.robots().forEach(robot -> put(store, StoreKeys.member(gameId, robot.getRobotId()), robot, some));
            case ViewsTopology.ACCOUNTS_STORE ->
                world.accounts()
                        .forEach(account -> put(store, StoreKeys.member(gameId, account.getPlayerId()), account, some));
            default -> throw new IllegalArgumentException(store);
        }
    }

    private void put(String store, Bytes key, Object record, Predicate<Object> some) {
        if (record != null && some.test(record)) {
            views.writable(store).put(key, record);
        }
    }

    private void assertStoresAre(InMemoryWorld world) {
        GameReader reader = new GameReader(views.active(0), world.gameId());
        assertThat(reader.sequence()).isEqualTo(world.progress().getSequence());
        assertThat(views.<Progress>writable("progress").get(StoreKeys.game(world.gameId())))
                .isEqualTo(world.progress());
        assertThat(reader.game()).isEqualTo(world.game());
        assertThat(reader.robots()).containsExactlyInAnyOrderElementsOf(world.robots());
        assertThat(reader.accounts()).containsExactlyInAnyOrderElementsOf(world.accounts());
        assertThat(reader.tiles())
                .hasSize(80)
                .allSatisfy(tile -> assertThat(tile).isEqualTo(world.tile(tile.getX(), tile.getY())));
        assertThat(reader.mines())
                .hasSize(20)
                .allSatisfy(mine -> assertThat(mine).isEqualTo(world.mine(mine.getX(), mine.getY())));
    }

    private interface AtTile {
        void accept(int x, int y);
    }

    private static void forEachTile(AtTile action) {
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 10; x++) {
                action.accept(x, y);
            }
        }
    }
}
