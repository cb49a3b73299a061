package dungeon.robots;

import dungeon.schemas.Area;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Discovery;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import java.util.ArrayList;
import java.util.List;

/** Builds map types whose contents each have a tile of their own, so that chance has no say in the game's map. */
public final class MapPlan {
    public static final int MINE_UNITS = 100;

    private final MapType map;

    private MapPlan(int width, int height) {
        map = new MapType(
                "plan",
                "",
                width,
                height,
                Gravity.LIGHT,
                500,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    public static MapPlan of(int width, int height) {
        return new MapPlan(width, height);
    }

    /**
     * The map of most tests; its gravity is light but at m (medium) and I (intense).
     *
     * <pre>
     *   3   .  .  M  .  .      S space station   # void
     *   2   .  .  .  .  .      M mine            B black hole
     *   1   #  I  .  .  B
     *   0   S  m  .  .  S
     *       0  1  2  3  4
     * </pre>
     */
    public static MapPlan crossroads() {
        return of(5, 4).gravity(Gravity.MEDIUM, tile(1, 0))
                .gravity(Gravity.INTENSE, tile(1, 1))
                .voidAt(0, 1)
                .station(0, 0)
                .station(4, 0)
                .mine(2, 3)
                .blackHole(4, 1);
    }

    public static Tile tile(int x, int y) {
        return new Tile(x, y);
    }

    public static List<Area> everywhere() {
        return List.of(new Area(true, null, null, null, null));
    }

    public static List<Area> at(Tile... tiles) {
        return List.of(new Area(false, List.of(tiles), null, null, null));
    }

    public MapPlan gravity(Gravity level, Tile... tiles) {
        map.getGravity().add(new GravityLayer(at(tiles), level));
        return this;
    }

    public MapPlan voidAt(int x, int y) {
        map.getStructure().add(new StructureLayer(at(tile(x, y)), Structure.VOID));
        return this;
    }

    public MapPlan station(int x, int y) {
        return content(new ContentLayer(at(tile(x, y)), ContentKind.SPACE_STATION, 1, null, null, null));
    }

    public MapPlan blackHole(int x, int y) {
        return content(new ContentLayer(at(tile(x, y)), ContentKind.BLACK_HOLE, 1, null, null, null));
    }

    public MapPlan mine(int x, int y) {
        return content(new ContentLayer(
                at(tile(x, y)), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(MINE_UNITS, MINE_UNITS)));
    }

    /** A mine of any resource with an exact number of units. */
    public MapPlan deposit(int x, int y, Resource resource, int units) {
        return content(
                new ContentLayer(at(tile(x, y)), ContentKind.MINE, 1, null, resource, new UnitRange(units, units)));
    }

    public MapPlan discovery(Discovery discovery) {
        map.getDiscoveries().add(discovery);
        return this;
    }

    public MapPlan content(ContentLayer layer) {
        map.getContents().add(layer);
        return this;
    }

    public MapPlan blackHoleDestruction(int perThousand) {
        map.setBlackHoleDestruction(perThousand);
        return this;
    }

    public MapType mapType() {
        return map;
    }
}
