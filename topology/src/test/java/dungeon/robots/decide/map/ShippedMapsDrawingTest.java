package dungeon.robots.decide.map;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Chance;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Discovery;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Tile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map types that ship, each drawn with two hundred seeds. */
class ShippedMapsDrawingTest {
    private static final int SEEDS = 200;
    private static final Set<Resource> RESOURCES = EnumSet.complementOf(EnumSet.of(Resource.UNKNOWN));

    @ParameterizedTest
    @FieldSource("dungeon.schemas.maps.ShippedMaps#NAMES")
    void everyStationReachesBioMatterWithoutCrossingABlackHole(String name) {
        for (MapInstantiated map : drawn(name)) {
            assertThat(tiles(map, ContentKind.SPACE_STATION))
                    .isNotEmpty()
                    .allMatch(station -> MapDrawingTest.reachesBioMatter(map, station));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example,  4,  3,  8,  5,  3, 2, 2",
        "medium,   8,  6, 16, 10,  6, 4, 3",
        "maze,     8,  4,  8,  8,  4, 4, 3",
        "large,   20, 16, 40, 20, 14, 9, 7"
    })
    void theContentsAreAsManyAsTheTypeSays(
            String name, int stations, int blackHoles, int bio, int cryo, int dark, int ion, int plasma) {
        for (MapInstantiated map : drawn(name)) {
            Map<String, Integer> counts = new TreeMap<>();
            Set<Tile> tiles = new HashSet<>();
            for (Content content : map.getContents()) {
                counts.merge(
                        content.getResource() == null
                                ? content.getKind().name()
                                : content.getResource().name(),
                        1,
                        Integer::sum);
                tiles.add(content.getTile());
            }
            assertThat(counts)
                    .isEqualTo(Map.of(
                            "SPACE_STATION", stations,
                            "BLACK_HOLE", blackHoles,
                            "BIO_MATTER", bio,
                            "CRYO_GAS", cryo,
                            "DARK_MATTER", dark,
                            "ION_DUST", ion,
                            "PLASMA_CORE", plasma));
            assertThat(tiles).hasSameSizeAs(map.getContents());
        }
    }

    @ParameterizedTest
    @FieldSource("dungeon.schemas.maps.ShippedMaps#NAMES")
    void theContentsAreInTheAreasOfTheirLayersOnStarSystems(String name) {
        MapType type = MapDrawingTest.shipped(name);
        for (MapInstantiated map : drawn(name)) {
            int next = 0;
            for (ContentLayer layer : type.getContents()) {
                BitSet area = Areas.tilesOf(layer.getArea(), type.getWidth(), type.getHeight());
                for (int i = 0; i < layer.getCount(); i++) {
                    Content content = map.getContents().get(next++);
                    int index = index(map, content.getTile());
                    assertThat(content.getKind()).isEqualTo(layer.getKind());
                    assertThat(area.get(index)).isTrue();
                    assertThat(map.getStructure().get(index)).isEqualTo((byte) 1);
                }
            }
        }
    }

    /** The first three are for robots that have to grow, the last two for those that did. */
    @ParameterizedTest
    @ValueSource(strings = {"medium", "maze", "large"})
    void whatIsWorthMoreLiesInHeavierGravityAndFurtherFromStations(String name) {
        List<MapInstantiated> maps = drawn(name);
        double[] gravity = RESOURCES.stream()
                .mapToDouble(resource -> mean(maps, resource, ShippedMapsDrawingTest::gravity))
                .toArray();
        double[] moves = RESOURCES.stream()
                .mapToDouble(resource -> mean(maps, resource, ShippedMapsDrawingTest::movesFromStation))
                .toArray();

        assertThat(gravity[0]).as("bio matter in light gravity").isLessThan(1.3);
        assertThat(gravity[1]).as("cryo gas above bio matter").isGreaterThan(gravity[0] + 0.3);
        assertThat(gravity[2]).as("dark matter above cryo gas").isGreaterThan(gravity[1]);
        assertThat(gravity[4]).as("plasma cores in intense gravity").isEqualTo(3);
        assertThat(moves[1]).as("cryo gas beyond bio matter").isGreaterThan(moves[0] + 0.5);
        assertThat(moves[4]).as("plasma cores beyond all else").isGreaterThan(Math.max(moves[2], moves[3]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"medium", "maze", "large"})
    void everyResourceIsDiscoveredAgainWhereItWasPlaced(String name) {
        MapType type = MapDrawingTest.shipped(name);
        assertThat(type.getDiscoveries()).extracting(Discovery::getResource).containsExactlyElementsOf(RESOURCES);
        for (MapInstantiated map : drawn(name)) {
            for (Discovery discovery : type.getDiscoveries()) {
                BitSet area = Areas.tilesOf(discovery.getArea(), type.getWidth(), type.getHeight());
                // Of nothing, any share would be left.
                assertThat(map.getContents())
                        .anyMatch(content -> content.getResource() == discovery.getResource()
                                && area.get(index(map, content.getTile())));
            }
        }
    }

    private static double mean(
            List<MapInstantiated> maps, Resource resource, ToIntBiFunction<MapInstantiated, Tile> measure) {
        return maps.stream()
                .flatMapToInt(map -> map.getContents().stream()
                        .filter(content -> content.getResource() == resource)
                        .mapToInt(content -> measure.applyAsInt(map, content.getTile())))
                .average()
                .orElseThrow();
    }

    private static int gravity(MapInstantiated map, Tile tile) {
        return map.getGravity().get(index(map, tile));
    }

    /** How many moves it takes from the nearest station, walls counted and black holes not. */
    private static int movesFromStation(MapInstantiated map, Tile tile) {
        Set<Tile> reached = new HashSet<>(tiles(map, ContentKind.SPACE_STATION));
        int moves = 0;
        while (!reached.contains(tile)) {
            for (Tile from : List.copyOf(reached)) {
                for (int i = 0; i < 9; i++) {
                    Tile next = new Tile(from.getX() + i % 3 - 1, from.getY() + i / 3 - 1);
                    if (MapDrawingTest.isStar(map, next)) {
                        reached.add(next);
                    }
                }
            }
            moves++;
        }
        return moves;
    }

    private static int index(MapInstantiated map, Tile tile) {
        return tile.getY() * map.getWidth() + tile.getX();
    }

    private static List<MapInstantiated> drawn(String name) {
        MapType type = MapDrawingTest.shipped(name);
        List<MapInstantiated> maps = new ArrayList<>();
        for (int i = 0; i < SEEDS; i++) {
            byte[] seed = new byte[Chance.SEED_BYTES];
            seed[0] = (byte) i;
            maps.add(MapDrawing.draw(type, ByteBuffer.wrap(seed)).orElseThrow());
        }
        return maps;
    }

    private static List<Tile> tiles(MapInstantiated map, ContentKind kind) {
        return map.getContents().stream()
                .filter(content -> content.getKind() == kind)
                .map(Content::getTile)
                .toList();
    }
}
