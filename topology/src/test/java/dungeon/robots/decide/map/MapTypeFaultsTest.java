package dungeon.robots.decide.map;

import static dungeon.robots.MapPlan.at;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.everywhere;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.MapPlan;
import dungeon.schemas.Area;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Detail;
import dungeon.schemas.Discovery;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Ring;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each fault; the map is else without one: crossroads with a discovery, whose contents are S, S, M, B. */
class MapTypeFaultsTest {
    private static final String TURNED =
            "has the character U+202E at 2; control characters, marks of direction, invisible characters and halves of characters are not allowed";

    private static final List<ContentKind> KINDS =
            List.of(ContentKind.SPACE_STATION, ContentKind.MINE, ContentKind.BLACK_HOLE);
    private static final String UNKNOWN = "is not known to this build";
    private static final String FORM = "must be exactly one of all, tiles, from and to, ring";
    private static final String NO_WAY =
            "can place a space station from which no bio matter mine is reachable without crossing a black hole";

    static Stream<Arguments> faults() {
        return Stream.of(
                row("/name", "must have 1 to 100 characters", map -> map.setName("")),
                row("/name", "must have 1 to 100 characters", map -> map.setName("x".repeat(101))),
                row("/name", TURNED, map -> map.setName("Ma\u202eze")),
                row("/description", TURNED, map -> map.setDescription("Ma\u202eze")),
                row("/description", "must have 0 to 1000 characters", map -> map.setDescription("x".repeat(1_001))),
                row("/width", "is 1 and must be 2 to 200", map -> map.setWidth(1)),
                row("/width", "is 201 and must be 2 to 200", map -> map.setWidth(201)),
                row("/width", "is -2147483648 and must be 2 to 200", map -> map.setWidth(Integer.MIN_VALUE)),
                row("/height", "is 1 and must be 2 to 200", map -> map.setHeight(1)),
                row("/height", "is 2147483647 and must be 2 to 200", map -> map.setHeight(Integer.MAX_VALUE)),
                row("/defaultGravity", UNKNOWN, map -> map.setDefaultGravity(Gravity.UNKNOWN)),
                row("/blackHoleDestruction", "is -1 and must be 0 to 1000", map -> map.setBlackHoleDestruction(-1)),
                row(
                        "/blackHoleDestruction",
                        "is 1001 and must be 0 to 1000",
                        map -> map.setBlackHoleDestruction(1_001)),
                // Lists.
                row(
                        "/gravity",
                        "has 101 entries; 100 are allowed",
                        map -> map.setGravity(Collections.nCopies(101, new GravityLayer(everywhere(), Gravity.LIGHT)))),
                row(
                        "/structure",
                        "has 101 entries; 100 are allowed",
                        map -> map.setStructure(
                                Collections.nCopies(101, new StructureLayer(everywhere(), Structure.STAR_SYSTEM)))),
                row(
                        "/contents",
                        "has 101 entries; 100 are allowed",
                        map -> map.setContents(
                                Collections.nCopies(101, map.getContents().get(0)))),
                row(
                        "/discoveries",
                        "has 101 entries; 100 are allowed",
                        map -> map.setDiscoveries(
                                Collections.nCopies(101, map.getDiscoveries().get(0)))),
                // Layers.
                row("/gravity/1/level", UNKNOWN, map -> map.getGravity().get(1).setLevel(Gravity.UNKNOWN)),
                row(
                        "/structure/0/kind",
                        UNKNOWN,
                        map -> map.getStructure().get(0).setKind(Structure.UNKNOWN)),
                row("/contents/3/kind", UNKNOWN, map -> content(map, 3).setKind(ContentKind.UNKNOWN)),
                row(
                        "/contents/0",
                        "must have either a count or a share",
                        map -> content(map, 0).setCount(null)),
                row(
                        "/contents/0",
                        "must have either a count or a share",
                        map -> content(map, 0).setShare(1_000)),
                row(
                        "/contents/0/count",
                        "is 0 and must be 1 to 4000",
                        map -> content(map, 0).setCount(0)),
                row(
                        "/contents/0/count",
                        "is 4001 and must be 1 to 4000",
                        map -> content(map, 0).setCount(4_001)),
                row("/contents/0/share", "is 0 and must be 1 to 1000", map -> share(map, 0, 0)),
                row("/contents/0/share", "is 1001 and must be 1 to 1000", map -> share(map, 0, 1_001)),
                row("/contents/2/resource", "is missing", map -> content(map, 2).setResource(null)),
                row("/contents/2/resource", UNKNOWN, map -> content(map, 2).setResource(Resource.UNKNOWN)),
                row(
                        "/contents/0/resource",
                        "is for mines only",
                        map -> content(map, 0).setResource(Resource.ION_DUST)),
                row("/contents/2/units", "is missing", map -> content(map, 2).setUnits(null)),
                row(
                        "/contents/3/units",
                        "is for mines only",
                        map -> content(map, 3).setUnits(new UnitRange(1, 1))),
                row("/contents/2/units/0", "is 0 and must be 1 to 1000000", map -> units(map, 0, 5)),
                row("/contents/2/units/1", "is 1000001 and must be 1 to 1000000", map -> units(map, 1, 1_000_001)),
                row("/contents/2/units", "must have the smaller number first", map -> units(map, 6, 5)),
                // Discoveries.
                row("/discoveries/0/resource", UNKNOWN, map -> discovery(map).setResource(Resource.UNKNOWN)),
                row(
                        "/discoveries/0/whenLeft",
                        "is -1 and must be 0 to 1000",
                        map -> discovery(map).setWhenLeft(-1)),
                row(
                        "/discoveries/0/whenLeft",
                        "is 1001 and must be 0 to 1000",
                        map -> discovery(map).setWhenLeft(1_001)),
                row(
                        "/discoveries/0/delayMs",
                        "is -1 and must be 0 to 86400000",
                        map -> discovery(map).setDelayMs(-1)),
                row(
                        "/discoveries/0/delayMs",
                        "is 86400001 and must be 0 to 86400000",
                        map -> discovery(map).setDelayMs(86_400_001)),
                row(
                        "/discoveries/0/units/0",
                        "is 0 and must be 1 to 1000000",
                        map -> discovery(map).setUnits(new UnitRange(0, 1))),
                row(
                        "/discoveries/0/units",
                        "must have the smaller number first",
                        map -> discovery(map).setUnits(new UnitRange(2, 1))),
                row(
                        "/discoveries/0/atMost",
                        "is 0 and must be 1 to 1000",
                        map -> discovery(map).setAtMost(0)),
                row(
                        "/discoveries/0/atMost",
                        "is 1001 and must be 1 to 1000",
                        map -> discovery(map).setAtMost(1_001)),
                row("/discoveries/0/area", "has no parts", map -> discovery(map).setArea(List.of())),
                // Areas.
                row("/gravity/0/area", "has no parts", map -> area(map)),
                row(
                        "/gravity/0/area",
                        "has 1001 entries; 1000 are allowed",
                        map -> map.getGravity()
                                .get(0)
                                .setArea(Collections.nCopies(1_001, everywhere().get(0)))),
                row("/gravity/0/area", FORM, map -> area(map, new Area(false, null, null, null, null))),
                row("/gravity/0/area", FORM, map -> area(map, new Area(true, List.of(tile(0, 0)), null, null, null))),
                row("/gravity/0/area", FORM, map -> area(map, new Area(true, null, null, null, new Ring(0, 0)))),
                row(
                        "/gravity/0/area",
                        FORM,
                        map -> area(map, new Area(false, null, tile(0, 0), tile(1, 1), new Ring(0, 0)))),
                row(
                        "/gravity/0/area/from",
                        "is missing",
                        map -> area(map, new Area(false, null, null, tile(1, 1), null))),
                row(
                        "/gravity/0/area/to",
                        "is missing",
                        map -> area(map, new Area(false, null, tile(1, 1), null, null))),
                row(
                        "/gravity/0/area/from",
                        "(-1, 0) is outside the map",
                        map -> area(map, new Area(false, null, tile(-1, 0), tile(1, 1), null))),
                row(
                        "/gravity/0/area/to",
                        "(0, 4) is outside the map",
                        map -> area(map, new Area(false, null, tile(1, 1), tile(0, 4), null))),
                row(
                        "/gravity/0/area/tiles/1",
                        "(5, 0) is outside the map",
                        map -> area(map, new Area(false, List.of(tile(4, 3), tile(5, 0)), null, null, null))),
                row(
                        "/gravity/0/area/1/tiles/0",
                        "(0, -1) is outside the map",
                        map -> area(map, everywhere().get(0), new Area(false, List.of(tile(0, -1)), null, null, null))),
                row("/gravity/0/area/ring/0", "is -1 and must be 0 to 200", map -> area(map, ring(-1, 0))),
                row("/gravity/0/area/ring/1", "is 201 and must be 0 to 200", map -> area(map, ring(0, 201))),
                row("/gravity/0/area", "covers no tile", map -> area(map, ring(2, 200))),
                row("/gravity/0/area", "covers no tile", map -> area(map, ring(1, 0))),
                row(
                        "/gravity/0/area",
                        "covers no tile",
                        map -> area(map, new Area(false, List.of(), null, null, null))),
                row(
                        "/structure/0/area",
                        "has no parts",
                        map -> map.getStructure().get(0).setArea(List.of())),
                row("/contents/1/area", "has no parts", map -> content(map, 1).setArea(List.of())),
                // Room and reach.
                row(
                        "/contents",
                        "has no space station",
                        map -> map.setContents(map.getContents().subList(2, 4))),
                row(
                        "/contents/2/count",
                        "is 2, but only 1 star systems of the area are sure to be empty",
                        map -> content(map, 2).setCount(2)),
                row(
                        "/contents/3/count",
                        "is 1, but only 0 star systems of the area are sure to be empty",
                        map -> content(map, 3).setArea(at(tile(0, 1)))),
                row(
                        "/contents/3/count",
                        "is 1, but only 0 star systems of the area are sure to be empty",
                        map -> content(map, 3).setArea(at(tile(4, 0)))),
                row(
                        "/contents/4/count",
                        "is 16, but only 15 star systems of the area are sure to be empty",
                        map -> map.getContents()
                                .add(new ContentLayer(everywhere(), ContentKind.BLACK_HOLE, 16, null, null, null))),
                row(
                        "/contents/2/share",
                        "is too small for a bio matter mine: 1 per thousand of 1",
                        map -> share(map, 2, 1)),
                row("/contents", "may come to no space station at all", map -> {
                    share(map, 0, 999);
                    share(map, 1, 999);
                }),
                row("/contents", "place up to 4001 contents; 4000 are allowed", map -> {
                    map.setWidth(200);
                    map.setHeight(200);
                    map.getContents()
                            .add(new ContentLayer(everywhere(), ContentKind.BLACK_HOLE, 3_997, null, null, null));
                }),
                row(
                        "/contents/0",
                        NO_WAY,
                        map -> map.getStructure().add(new StructureLayer(at(tile(1, 0), tile(1, 1)), Structure.VOID))),
                row(
                        "/contents/0",
                        NO_WAY,
                        map -> map.getContents()
                                .add(new ContentLayer(
                                        at(tile(1, 0), tile(1, 1)), ContentKind.BLACK_HOLE, null, 1_000, null, null))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void faults(String pointer, String problem, Consumer<MapType> break_) {
        MapType map = sound();
        break_.accept(map);

        assertThat(MapTypeFaults.of(map)).containsExactly(new Detail(pointer, problem));
    }

    @Test
    void aSoundMapHasNone() {
        assertThat(MapTypeFaults.of(sound())).isEmpty();
    }

    @Test
    void otherMinesThanOfBioMatterDoNotHelpANewRobot() {
        MapType map = sound();
        content(map, 2).setResource(Resource.CRYO_GAS);

        assertThat(MapTypeFaults.of(map))
                .containsExactly(new Detail("/contents/0", NO_WAY), new Detail("/contents/1", NO_WAY));
    }

    @Test
    void tenFaultsAtOnceAreAllReported() {
        MapType map = sound();
        map.setName("");
        map.setWidth(0);
        map.setHeight(201);
        map.setDefaultGravity(Gravity.UNKNOWN);
        map.setBlackHoleDestruction(2_000);
        map.getGravity().get(1).setLevel(Gravity.UNKNOWN);
        map.getStructure().get(0).setArea(List.of());
        content(map, 0).setCount(0);
        content(map, 2).setUnits(new UnitRange(9, 8));
        discovery(map).setAtMost(0);

        assertThat(MapTypeFaults.of(map).stream().map(Detail::getName))
                .containsExactly(
                        "/name",
                        "/width",
                        "/height",
                        "/defaultGravity",
                        "/blackHoleDestruction",
                        "/gravity/1/level",
                        "/structure/0/area",
                        "/contents/0/count",
                        "/contents/2/units",
                        "/discoveries/0/atMost");
    }

    @Test
    void aMapOfTheSmallestAndOneOfTheLargestSizeAreSound() {
        assertThat(MapTypeFaults.of(MapPlan.of(2, 2).station(0, 0).mine(1, 1).mapType()))
                .isEmpty();
        assertThat(MapTypeFaults.of(
                        MapPlan.of(200, 200).station(0, 0).mine(199, 199).mapType()))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("dungeon.schemas.maps.ShippedMaps#NAMES")
    void shippedMapsHaveNone(String name) {
        assertThat(MapTypeFaults.of(MapDrawingTest.shipped(name))).isEmpty();
    }

    @Test
    void thereAreNeverMoreThanAHundred() {
        MapType map = sound();
        List<Tile> outside = Collections.nCopies(10_000, tile(9, 9));
        area(map, new Area(false, outside, null, null, null));

        assertThat(MapTypeFaults.of(map)).hasSize(100);
    }

    @Test
    void whatHasNoFaultsHasRoomHoweverChanceFalls() {
        Random random = new Random(1);
        int sound = 0;
        for (int i = 0; i < 3_000; i++) {
            MapType map = anyMap(random);
            if (MapTypeFaults.of(map).isEmpty()) {
                sound++;
                byte[] seed = new byte[32];
                random.nextBytes(seed);
                MapDrawing.draw(map, ByteBuffer.wrap(seed));
            }
        }
        assertThat(sound).isGreaterThan(150);
    }

    private static MapType anyMap(Random random) {
        MapPlan plan = MapPlan.of(2 + random.nextInt(4), 2 + random.nextInt(4));
        MapType map = plan.mapType();
        for (int i = random.nextInt(3); i > 0; i--) {
            map.getStructure().add(new StructureLayer(anyArea(random, map), Structure.VOID));
        }
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            ContentKind kind = KINDS.get(random.nextInt(KINDS.size()));
            boolean mine = kind == ContentKind.MINE;
            boolean count = random.nextBoolean();
            plan.content(new ContentLayer(
                    anyArea(random, map),
                    kind,
                    count ? 1 + random.nextInt(4) : null,
                    count ? null : 1 + random.nextInt(1_000),
                    mine ? Resource.BIO_MATTER : null,
                    mine ? new UnitRange(1, 3) : null));
        }
        return map;
    }

    private static List<Area> anyArea(Random random, MapType map) {
        return switch (random.nextInt(3)) {
            case 0 -> everywhere();
            case 1 -> List.of(ring(0, random.nextInt(2)));
            default ->
                List.of(new Area(
                        false,
                        null,
                        tile(random.nextInt(map.getWidth()), random.nextInt(map.getHeight())),
                        tile(random.nextInt(map.getWidth()), random.nextInt(map.getHeight())),
                        null));
        };
    }

    private static MapType sound() {
        MapType map = crossroads().mapType();
        map.getDiscoveries().add(new Discovery(everywhere(), Resource.BIO_MATTER, 0, 1_000L, new UnitRange(10, 20), 3));
        return map;
    }

    private static Arguments row(String pointer, String problem, Consumer<MapType> break_) {
        return Arguments.of(pointer, problem, break_);
    }

    private static ContentLayer content(MapType map, int i) {
        return map.getContents().get(i);
    }

    private static void share(MapType map, int i, int share) {
        content(map, i).setCount(null);
        content(map, i).setShare(share);
    }

    private static void units(MapType map, int min, int max) {
        content(map, 2).setUnits(new UnitRange(min, max));
    }

    private static Discovery discovery(MapType map) {
        return map.getDiscoveries().get(0);
    }

    private static void area(MapType map, Area... parts) {
        map.getGravity().get(0).setArea(new ArrayList<>(List.of(parts)));
    }

    private static Area ring(int first, int last) {
        return new Area(false, null, null, null, new Ring(first, last));
    }
}
