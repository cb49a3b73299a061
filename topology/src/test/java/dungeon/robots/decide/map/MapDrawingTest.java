package dungeon.robots.decide.map;

import static dungeon.robots.MapPlan.everywhere;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.schemas.Area;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Ring;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.maps.ShippedMaps;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapDrawingTest {
    /** Drawn from the seed 0..31 by a few lines of Python that were written from docs/the-game.md, not from the code. */
    @Test
    void contentsAreDrawnInTheirOrderAmongTheEmptyStarSystemsByRows() {
        MapPlan plan = MapPlan.of(4, 3).voidAt(1, 1).voidAt(3, 0);
        plan.content(new ContentLayer(
                List.of(new Area(false, null, tile(0, 0), tile(1, 2), null)),
                ContentKind.SPACE_STATION,
                2,
                null,
                null,
                null));
        plan.content(new ContentLayer(everywhere(), ContentKind.BLACK_HOLE, 1, null, null, null));
        // 400 per thousand of the 7 star systems that are still empty: 2.
        plan.content(
                new ContentLayer(everywhere(), ContentKind.MINE, null, 400, Resource.BIO_MATTER, new UnitRange(5, 14)));
        plan.content(new ContentLayer(everywhere(), ContentKind.MINE, 1, null, Resource.CRYO_GAS, new UnitRange(7, 7)));

        assertThat(draw(plan.mapType(), GameScenario.seed()).getContents())
                .containsExactly(
                        content(1, 0, ContentKind.SPACE_STATION),
                        content(0, 0, ContentKind.SPACE_STATION),
                        content(2, 1, ContentKind.BLACK_HOLE),
                        new Content(tile(2, 0), ContentKind.MINE, Resource.BIO_MATTER, 8),
                        new Content(tile(3, 1), ContentKind.MINE, Resource.BIO_MATTER, 14),
                        new Content(tile(0, 2), ContentKind.MINE, Resource.CRYO_GAS, 7));
    }

    /** By the same lines of Python: with this seed, the map that is taken is the ninth. */
    @Test
    void aMapInWhichAStationReachesNoMineIsDrawnAgainWithTheNextDraws() {
        MapPlan plan = MapPlan.of(7, 2);
        for (int x = 0; x < 7; x++) {
            plan.voidAt(x, 1);
        }
        plan.content(new ContentLayer(everywhere(), ContentKind.SPACE_STATION, 2, null, null, null));
        plan.content(new ContentLayer(everywhere(), ContentKind.BLACK_HOLE, 2, null, null, null));
        plan.content(
                new ContentLayer(everywhere(), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(1, 3)));
        byte[] fives = new byte[32];
        Arrays.fill(fives, (byte) 5);

        assertThat(draw(plan.mapType(), ByteBuffer.wrap(fives)).getContents())
                .containsExactly(
                        content(2, 0, ContentKind.SPACE_STATION),
                        content(4, 0, ContentKind.SPACE_STATION),
                        content(0, 0, ContentKind.BLACK_HOLE),
                        content(1, 0, ContentKind.BLACK_HOLE),
                        new Content(tile(3, 0), ContentKind.MINE, Resource.BIO_MATTER, 3));
    }

    @Test
    void aMapThatChanceCannotFindIsGivenUp() {
        // The share of one per thousand comes to no mine at all; a game of this map is refused before it is drawn.
        MapPlan plan = MapPlan.of(3, 3).station(0, 0);
        plan.content(
                new ContentLayer(everywhere(), ContentKind.MINE, null, 1, Resource.BIO_MATTER, new UnitRange(1, 1)));
        assertThat(MapDrawing.draw(plan.mapType(), GameScenario.seed())).isEmpty();
    }

    @Test
    void aSketchPlacesWhatThereIsRoomForAndNeedNotBePlayable() {
        MapPlan plan = MapPlan.of(2, 2).voidAt(1, 1).station(0, 0);
        plan.content(new ContentLayer(MapPlan.at(tile(0, 0), tile(1, 0)), ContentKind.BLACK_HOLE, 3, null, null, null));
        plan.mine(0, 1);

        assertThat(MapDrawing.sketch(plan.mapType(), GameScenario.seed()).getContents())
                .containsExactly(
                        content(0, 0, ContentKind.SPACE_STATION),
                        content(1, 0, ContentKind.BLACK_HOLE),
                        new Content(tile(0, 1), ContentKind.MINE, Resource.BIO_MATTER, MapPlan.MINE_UNITS));
    }

    @Test
    void aSketchOfASoundMapIsTheFirstOneThatIsDrawn() {
        MapType example = shipped("example");
        assertThat(MapDrawing.sketch(example, GameScenario.seed())).isEqualTo(draw(example, GameScenario.seed()));
    }

    @Test
    void laterLayersOverwriteEarlierOnes() {
        MapType map = MapPlan.of(3, 3).station(1, 1).mine(0, 0).mapType();
        map.setDefaultGravity(Gravity.INTENSE);
        map.getGravity().add(new GravityLayer(ring(0, 0), Gravity.LIGHT));
        map.getGravity().add(new GravityLayer(MapPlan.at(tile(2, 2)), Gravity.MEDIUM));
        map.getStructure().add(new StructureLayer(everywhere(), Structure.VOID));
        map.getStructure()
                .add(new StructureLayer(
                        List.of(
                                new Area(false, null, tile(1, 1), tile(0, 0), null),
                                new Area(false, List.of(tile(2, 0)), null, null, null)),
                        Structure.STAR_SYSTEM));

        MapInstantiated drawn = draw(map, GameScenario.seed());

        assertThat(drawn.getGravity()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 1, 1, 1, 3, 1, 1, 1, 2}));
        assertThat(drawn.getStructure()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 1, 1, 1, 1, 2, 2, 2, 2}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theExampleMapHasItsContentsAndEveryStationReachesBioMatter(int number) {
        MapType example = shipped("example");
        byte[] seed = new byte[32];
        seed[31] = (byte) number;

        MapInstantiated map = draw(example, ByteBuffer.wrap(seed));

        assertThat(map).isEqualTo(draw(example, ByteBuffer.wrap(seed.clone())));
        Map<String, Integer> counts = new HashMap<>();
        for (Content content : map.getContents()) {
            boolean mine = content.getKind() == ContentKind.MINE;
            counts.merge(
                    mine
                            ? content.getResource() + " " + content.getUnits()
                            : content.getKind().toString(),
                    1,
                    Integer::sum);
        }
        assertThat(counts)
                .isEqualTo(Map.of(
                        "SPACE_STATION", 4,
                        "BLACK_HOLE", 3,
                        "BIO_MATTER 1000", 8,
                        "CRYO_GAS 800", 5,
                        "DARK_MATTER 600", 3,
                        "ION_DUST 400", 2,
                        "PLASMA_CORE 300", 2));
        assertThat(map.getContents().stream().map(Content::getTile).distinct())
                .hasSize(map.getContents().size());
        assertThat(map.getContents())
                .allSatisfy(
                        content -> assertThat(isStar(map, content.getTile())).isTrue());
        for (Content content : map.getContents()) {
            if (content.getKind() == ContentKind.SPACE_STATION) {
                assertThat(reachesBioMatter(map, content.getTile())).isTrue();
            }
        }
    }

    @Test
    void theExampleMapsGroundIsThatOfTheRules() {
        MapInstantiated map = draw(shipped("example"), GameScenario.seed());

        StringBuilder voids = new StringBuilder();
        StringBuilder gravity = new StringBuilder();
        for (int y = 7; y >= 0; y--) {
            for (int x = 0; x < 10; x++) {
                voids.append(isStar(map, tile(x, y)) ? '.' : '#');
                gravity.append(map.getGravity().get(y * 10 + x));
            }
            voids.append('\n');
            gravity.append('\n');
        }
        assertThat(voids.toString()).isEqualTo("""
                ...#......
                ...#......
                ..........
                .#.....#..
                .#..#.....
                .#........
                .#.....#..
                .......#..
                """);
        assertThat(gravity.toString()).isEqualTo("""
                1111111111
                1111111111
                1122222211
                1123333211
                1123333211
                1122222211
                1111111111
                1111111111
                """);
    }

    @Test
    void anotherSeedGivesAnotherMap() {
        Set<List<Content>> maps = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            byte[] seed = new byte[32];
            seed[0] = (byte) i;
            maps.add(draw(shipped("example"), ByteBuffer.wrap(seed)).getContents());
        }

        assertThat(maps).hasSize(20);
    }

    static MapType shipped(String name) {
        return ShippedMaps.read(name);
    }

    private static MapInstantiated draw(MapType map, ByteBuffer seed) {
        assertThat(MapTypeFaults.of(map)).isEmpty();
        return MapDrawing.draw(map, seed).orElseThrow();
    }

    private static Content content(int x, int y, ContentKind kind) {
        return new Content(tile(x, y), kind, null, null);
    }

    private static List<Area> ring(int first, int last) {
        return List.of(new Area(false, null, null, null, new Ring(first, last)));
    }

    static boolean isStar(MapInstantiated map, Tile at) {
        return at.getX() >= 0
                && at.getY() >= 0
                && at.getX() < map.getWidth()
                && at.getY() < map.getHeight()
                && map.getStructure().get(at.getY() * map.getWidth() + at.getX()) == 1;
    }

    static boolean reachesBioMatter(MapInstantiated map, Tile station) {
        Map<Tile, Content> contents = new HashMap<>();
        map.getContents().forEach(content -> contents.put(content.getTile(), content));
        Set<Tile> seen = new HashSet<>(List.of(station));
        ArrayDeque<Tile> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Tile at = open.remove();
            Content content = contents.get(at);
            if (content != null && content.getResource() == Resource.BIO_MATTER) {
                return true;
            }
            for (int i = 0; i < 9; i++) {
                Tile next = tile(at.getX() + i % 3 - 1, at.getY() + i / 3 - 1);
                Content there = contents.get(next);
                boolean hole = there != null && there.getKind() == ContentKind.BLACK_HOLE;
                if (isStar(map, next) && !hole && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }
}
