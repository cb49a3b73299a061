package dungeon.queries.views;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestBytes;
import dungeon.queries.TestGame;
import dungeon.queries.views.SkippedEvents.Cause;
import dungeon.rules.InMemoryWorld;
import dungeon.schemas.Event;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTopologyTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String OTHER_GAME = "10000000-0000-4000-8000-000000000002";

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

    /** After a halt, each store can contain other events beyond the one at which the fold begins again. */
    @Test
    void storesThatWereSetBackToDifferentPointsConverge() throws IOException {
        TestGame game = TestGame.ended(GAME);
        Random random = new Random(1);
        for (int run = 0; run < 40; run++) {
            long committed = random.nextLong(game.sequence());
            try (ViewsDriver halted = new ViewsDriver(stateDir.resolve("run-" + run))) {
                setBack(halted, game, committed, random);

                halted.pipe(game.events().stream()
                        .filter(event -> event.getSequence() > committed)
                        .toList());

                assertStoresAre(halted, game.world());
            }
        }
    }

    @Test
    void recordsOfOneStoreThatWereSetBackToDifferentPointsConverge() throws IOException {
        TestGame game = TestGame.ended(GAME);
        Random random = new Random(2);
        for (int run = 0; run < 40; run++) {
            long committed = random.nextLong(game.sequence());
            try (ViewsDriver halted = new ViewsDriver(stateDir.resolve("run-" + run))) {
                InMemoryWorld base = game.worldAfter(committed);
                InMemoryWorld ahead = game.worldAfter(committed + random.nextLong(game.sequence() - committed + 1));
                // Accounts are not cached, so their changelog keeps their order; see ViewsTopology.
                put(halted, base, ahead, random);

                halted.pipe(game.events().stream()
                        .filter(event -> event.getSequence() > committed)
                        .toList());

                assertStoresAre(halted, game.world());
            }
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
                        new SkippedEvents(new SimpleMeterRegistry()))
                .describe()
                .toString();

        try (var golden = ViewsTopologyTest.class.getResourceAsStream("/views-topology.txt")) {
            assertThat(described).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void setBack(ViewsDriver views, TestGame game, long committed, Random random) {
        List<String> stores = List.of("games", "progress", "tiles", "mines", "robots", "accounts");
        for (String store : stores) {
            InMemoryWorld world = game.worldAfter(committed + random.nextLong(game.sequence() - committed + 1));
            for (String part : stores) {
                if (part.equals(store)) {
                    putStore(views, part, world);
                }
            }
        }
    }

    private static void put(ViewsDriver views, InMemoryWorld base, InMemoryWorld ahead, Random random) {
        List.of("games", "progress", "mines", "accounts").forEach(store -> putStore(views, store, base));
        KeyValueStore<Bytes, Robot> robots = views.writable("robots");
        base.robots().forEach(robot -> robots.put(StoreKeys.member(GAME, robot.getRobotId()), robot));
        ahead.robots().stream()
                .filter(robot -> random.nextBoolean())
                .forEach(robot -> robots.put(StoreKeys.member(GAME, robot.getRobotId()), robot));
        KeyValueStore<Bytes, MapTile> tiles = views.writable("tiles");
        forEachTile((x, y) -> {
            InMemoryWorld world = random.nextBoolean() ? ahead : base;
            if (world.tile(x, y) != null) {
                tiles.put(StoreKeys.tile(GAME, x, y), world.tile(x, y));
            }
        });
    }

    private static void putStore(ViewsDriver views, String store, InMemoryWorld world) {
        switch (store) {
            case "games" -> {
                if (world.game() != null) {
                    views.<Game>writable(store).put(StoreKeys.game(GAME), world.game());
                }
            }
            case "progress" -> {
                if (world.progress() != null) {
                    views.<Progress>writable(store).put(StoreKeys.game(GAME), world.progress());
                }
            }
            case "tiles" ->
                forEachTile((x, y) -> {
                    if (world.tile(x, y) != null) {
                        views.<MapTile>writable(store).put(StoreKeys.tile(GAME, x, y), world.tile(x, y));
                    }
                });
            case "mines" ->
                forEachTile((x, y) -> {
                    if (world.mine(x, y) != null) {
                        views.<Mine>writable(store).put(StoreKeys.tile(GAME, x, y), world.mine(x, y));
                    }
                });
            case "robots" ->
                world.robots()
                        .forEach(robot ->
                                views.<Robot>writable(store).put(StoreKeys.member(GAME, robot.getRobotId()), robot));
            case "accounts" ->
                world.accounts()
                        .forEach(account -> views.<Account>writable(store)
                                .put(StoreKeys.member(GAME, account.getPlayerId()), account));
            default -> throw new IllegalArgumentException(store);
        }
    }

    private void assertStoresAre(InMemoryWorld world) {
        assertStoresAre(views, world);
    }

    private static void assertStoresAre(ViewsDriver views, InMemoryWorld world) {
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
