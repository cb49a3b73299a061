package dungeon.robots.decide.map;

import static dungeon.robots.MapPlan.everywhere;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.schemas.Area;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Discovery;
import dungeon.schemas.Event;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Ring;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.UnitRange;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest maps that can be asked for; each is answered before the others of its partition notice. */
class HostileMapTest {
    /** Processor time, so that other work on the machine does not count; 30 to 300 ms are normal. */
    private static final long LIMIT_MS = 1_500;

    static Stream<Arguments> hostile() {
        return Stream.of(
                row("rings", () -> parts(new Area(false, null, null, null, new Ring(0, 200)))),
                row("rectangles", () -> parts(new Area(false, null, tile(0, 0), tile(199, 199), null))),
                row("all", () -> parts(new Area(true, null, null, null, null))),
                row("ten thousand islands", HostileMapTest::islands),
                row("never playable", HostileMapTest::neverPlayable),
                row("never playable, in many layers", HostileMapTest::manyLayersOfContents));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hostile(String name, Supplier<MapType> plan) {
        MapType map = plan.get();
        long before = cpuMs();

        List<Event> events = GameScenario.empty()
                .send(GameScenario.ADMINISTRATOR, GameScenario.creation(map, GameScenario.defaults()))
                .events();

        long spent = cpuMs() - before;
        assertThat(events).hasSizeBetween(1, 2);
        assertThat(spent).as("%s: ms", name).isLessThan(LIMIT_MS);
    }

    /** 100 layers of each kind, each of an area of 1,000 parts. That is more than a command can hold. */
    private static MapType parts(Area part) {
        List<Area> area = Collections.nCopies(1_000, part);
        MapPlan plan = MapPlan.of(200, 200).station(0, 0).mine(1, 1);
        plan.mapType().getGravity().addAll(Collections.nCopies(100, new GravityLayer(area, Gravity.MEDIUM)));
        plan.mapType().getStructure().addAll(Collections.nCopies(100, new StructureLayer(area, Structure.STAR_SYSTEM)));
        plan.mapType()
                .getContents()
                .addAll(Collections.nCopies(98, new ContentLayer(area, ContentKind.BLACK_HOLE, 1, null, null, null)));
        plan.mapType()
                .getDiscoveries()
                .addAll(Collections.nCopies(
                        100, new Discovery(area, Resource.BIO_MATTER, 0, 0L, new UnitRange(1, 1), 1)));
        return plan.mapType();
    }

    /** Ten thousand star systems with no way from one to another, and stations and mines that may be on any of them. */
    private static MapType islands() {
        MapPlan plan = MapPlan.of(200, 200);
        for (int i = 1; i < 200; i += 2) {
            plan.mapType()
                    .getStructure()
                    .add(new StructureLayer(
                            List.of(
                                    new Area(false, null, tile(i, 0), tile(i, 199), null),
                                    new Area(false, null, tile(0, i), tile(199, i), null)),
                            Structure.VOID));
        }
        for (int i = 0; i < 50; i++) {
            plan.content(new ContentLayer(everywhere(), ContentKind.SPACE_STATION, 30, null, null, null));
            plan.content(new ContentLayer(
                    everywhere(), ContentKind.MINE, 30, null, Resource.BIO_MATTER, new UnitRange(1, 9)));
        }
        return plan.mapType();
    }

    /** 4,000 contents, drawn again and again because chance brings the mine to the station's island almost never. */
    private static MapType neverPlayable() {
        MapPlan plan = MapPlan.of(200, 200)
                .voidAt(0, 1)
                .voidAt(1, 1)
                .voidAt(2, 1)
                .voidAt(2, 0)
                .station(0, 0);
        plan.content(new ContentLayer(everywhere(), ContentKind.BLACK_HOLE, 1_000, null, null, null));
        plan.content(
                new ContentLayer(everywhere(), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(1, 9)));
        plan.content(
                new ContentLayer(everywhere(), ContentKind.MINE, 2_998, null, Resource.CRYO_GAS, new UnitRange(1, 9)));
        return plan.mapType();
    }

    /** The same, in a hundred layers. */
    private static MapType manyLayersOfContents() {
        MapPlan plan = MapPlan.of(200, 200)
                .voidAt(0, 1)
                .voidAt(1, 1)
                .voidAt(2, 1)
                .voidAt(2, 0)
                .station(0, 0);
        plan.content(
                new ContentLayer(everywhere(), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(1, 9)));
        for (int i = 0; i < 98; i++) {
            plan.content(
                    new ContentLayer(everywhere(), ContentKind.MINE, 40, null, Resource.CRYO_GAS, new UnitRange(1, 9)));
        }
        return plan.mapType();
    }

    /** By a supplier, because JUnit writes arguments out, and these are long. */
    private static Arguments row(String name, Supplier<MapType> plan) {
        return Arguments.of(name, plan);
    }

    private static long cpuMs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }
}
