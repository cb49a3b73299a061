package dungeon.queries.views;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.Table;
import dungeon.platform.streams.TableKeys;
import dungeon.queries.TestGame;
import dungeon.robots.InMemoryGame;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.At;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.state.MapTile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys in the one store of all tables, and what is found by them. */
class ViewTablesTest {
    private static final String GAME = "f0000000-0000-4000-8000-00000000000a";
    private static final String GAME_HEX = "f0000000000040008000" + "00000000000a";
    private static final String MEMBER = "00000000-0000-3000-8000-000000000001";
    private static final String MEMBER_HEX = "0000000000003000800000000000" + "0001";

    private static final ViewTables TABLES = new ViewTables(RobotsContext.CONTEXT);

    @TempDir
    private Path stateDir;

    @Test
    void keysBeginWithTheTableAndThenTheGame() {
        assertThat(hex(key(RobotsTables.GAMES, null))).isEqualTo("06" + GAME_HEX);
        assertThat(hex(key(RobotsTables.ALL.progress(), null))).isEqualTo("65" + GAME_HEX);
        assertThat(hex(key(RobotsTables.TILES, new At(3, 258)))).isEqualTo("01" + GAME_HEX + "0102" + "0003");
        assertThat(hex(key(RobotsTables.MINES, new At(3, 258)))).isEqualTo("02" + GAME_HEX + "0102" + "0003");
        assertThat(hex(key(RobotsTables.ROBOTS, MEMBER))).isEqualTo("03" + GAME_HEX + MEMBER_HEX);
        assertThat(hex(key(RobotsTables.ACCOUNTS, MEMBER))).isEqualTo("04" + GAME_HEX + MEMBER_HEX);
    }

    /** Codes stand in keys for ever, so none of them changes, and none is used again. */
    @Test
    void theCodesOfTheTablesStay() {
        Map<String, Byte> codes = new HashMap<>();
        RobotsTables.ALL.all().forEach(table -> codes.put(table.name(), table.code()));

        assertThat(codes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "tiles", (byte) 1,
                        "mines", (byte) 2,
                        "robots", (byte) 3,
                        "accounts", (byte) 4,
                        "secrets", (byte) 5,
                        "games", (byte) 6,
                        "deposits", (byte) 7,
                        "counters", (byte) 8,
                        "causes", (byte) 100,
                        "progress", (byte) 101));
    }

    @Test
    void keysOfATableAreInTheOrderOfTheIdsAsTexts() {
        assertThat(Stream.of("ffffffff", "80000000", "7fffffff", "00000000")
                        .map(head -> head + "-0000-4000-8000-000000000000")
                        .sorted()
                        .map(gameId -> TableKeys.key(RobotsTables.GAMES, AggregateIds.UUIDS.prefix(gameId), null)))
                .isSorted();
    }

    @Test
    void tilesAreInTheOrderOfRowsThenColumns() {
        assertThat(Stream.of(new At(0, 0), new At(199, 0), new At(0, 1), new At(0, 199))
                        .map(at -> key(RobotsTables.TILES, at)))
                .isSorted();
    }

    @Test
    void theGameCanBeReadFromAnyKey() {
        assertThat(TABLES.idOf(key(RobotsTables.GAMES, null).get(), 1)).isEqualTo(GAME);
        assertThat(TABLES.idOf(key(RobotsTables.TILES, new At(1, 2)).get(), 1)).isEqualTo(GAME);
        assertThat(TABLES.idOf(key(RobotsTables.ROBOTS, MEMBER).get(), 1)).isEqualTo(GAME);
    }

    /** Among games and tables whose keys are neighbours, since a scan that is one off would find those too. */
    @Test
    void whatIsReadIsOfOneTableAndOneGame() {
        String before = "f0000000-0000-4000-8000-000000000009";
        String after = "f0000000-0000-4000-8000-00000000000b";
        String last = "ffffffff-ffff-ffff-ffff-ffffffffffff";
        try (ViewsDriver views = new ViewsDriver(stateDir)) {
            for (String gameId : List.of(before, GAME, after, last)) {
                views.pipe(TestGame.joined(gameId).events());
                views.writable().put(other(RobotsTables.GAMES.code() - 1, gameId), new byte[0]);
                views.writable().put(other(RobotsTables.GAMES.code() + 1, gameId), new byte[0]);
            }
            InMemoryGame expected = TestGame.joined(GAME).world();

            assertThat(TABLES.get(views.writable(), RobotsTables.GAMES, GAME, null))
                    .isEqualTo(expected.game());
            assertThat(TABLES.get(views.writable(), RobotsTables.ROBOTS, GAME, MEMBER))
                    .isNull();
            assertThat(TABLES.all(views.writable(), RobotsTables.TILES, GAME))
                    .hasSize(80)
                    .containsExactlyElementsOf(expected.records().all(RobotsTables.TILES).stream()
                            .sorted(Comparator.comparingInt(MapTile::getY).thenComparingInt(MapTile::getX))
                            .toList());
            assertThat(TABLES.all(views.writable(), RobotsTables.ACCOUNTS, GAME))
                    .containsExactly(expected.account(TestGame.ANNA), expected.account(TestGame.BERT));
            assertThat(TABLES.all(views.writable(), RobotsTables.ROBOTS, GAME)).isEmpty();
            assertThat(gamesFrom(views, null)).containsExactly(before, GAME, after, last);
            assertThat(gamesFrom(views, GAME)).containsExactly(GAME, after, last);
        }
    }

    private static List<String> gamesFrom(ViewsDriver views, String gameId) {
        List<String> games = new ArrayList<>();
        try (ViewTables.Ids found = TABLES.from(views.writable(), RobotsTables.GAMES, gameId)) {
            for (String next = found.next(); next != null; next = found.next()) {
                games.add(next);
            }
        }
        return games;
    }

    private static Bytes other(int code, String gameId) {
        return TableKeys.prefix((byte) code, AggregateIds.UUIDS.prefix(gameId));
    }

    private static <K> Bytes key(Table<K, ?> table, K key) {
        return TableKeys.key(table, AggregateIds.UUIDS.prefix(GAME), key);
    }

    private static String hex(Bytes key) {
        return HexFormat.of().formatHex(key.get());
    }
}
