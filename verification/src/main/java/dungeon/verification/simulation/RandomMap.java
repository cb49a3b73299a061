package dungeon.verification.simulation;

import dungeon.schemas.Area;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Small maps with small mines; not every one of them can be drawn. */
final class RandomMap {
    private static final List<Resource> RESOURCES = List.copyOf(EnumSet.complementOf(EnumSet.of(Resource.UNKNOWN)));
    private static final List<Gravity> GRAVITIES = List.copyOf(EnumSet.complementOf(EnumSet.of(Gravity.UNKNOWN)));

    private final Random random;
    private final int width;
    private final int height;

    private RandomMap(Random random) {
        this.random = random;
        this.width = random.nextInt(2, 7);
        this.height = random.nextInt(2, 7);
    }

    static MapType draw(Random random) {
        return new RandomMap(random).draw();
    }

    private MapType draw() {
        List<ContentLayer> contents = new ArrayList<>();
        contents.add(new ContentLayer(all(), ContentKind.SPACE_STATION, random.nextInt(1, 3), null, null, null));
        contents.add(mine(all(), Resource.BIO_MATTER));
        int room = width * height - 4;
        for (int i = 0; i < Math.min(4, room / 3); i++) {
            contents.add(
                    random.nextInt(3) == 0
                            ? new ContentLayer(all(), ContentKind.BLACK_HOLE, null, random.nextInt(0, 150), null, null)
                            : mine(all(), resource()));
        }
        List<StructureLayer> structure = new ArrayList<>();
        if (width * height > 12) {
            structure.add(new StructureLayer(List.of(tile()), Structure.VOID));
            structure.add(new StructureLayer(List.of(tile()), Structure.VOID));
        }
        List<Discovery> discoveries = new ArrayList<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            discoveries.add(new Discovery(
                    random.nextBoolean() ? all() : List.of(rectangle()),
                    random.nextBoolean() ? Resource.BIO_MATTER : resource(),
                    random.nextBoolean() ? 0 : random.nextInt(0, 1001),
                    random.nextBoolean() ? 0L : random.nextInt(0, 4000),
                    range(),
                    random.nextInt(1, 6)));
        }
        return new MapType(
                "random",
                "",
                width,
                height,
                GRAVITIES.get(random.nextInt(GRAVITIES.size())),
                random.nextInt(3) == 0 ? 1000 * random.nextInt(2) : random.nextInt(0, 1001),
                List.of(
                        new GravityLayer(List.of(rectangle(), tile()), Gravity.MEDIUM),
                        new GravityLayer(List.of(new Area(false, null, null, null, new Ring(1, 2))), Gravity.INTENSE)),
                structure,
                contents,
                discoveries);
    }

    private ContentLayer mine(List<Area> area, Resource resource) {
        return new ContentLayer(area, ContentKind.MINE, random.nextInt(1, 3), null, resource, range());
    }

    private Resource resource() {
        return RESOURCES.get(random.nextInt(RESOURCES.size()));
    }

    private UnitRange range() {
        int least = random.nextInt(1, 30);
        return new UnitRange(least, least + random.nextInt(0, 30));
    }

    private static List<Area> all() {
        return List.of(new Area(true, null, null, null, null));
    }

    private Area tile() {
        return new Area(false, List.of(new Tile(random.nextInt(width), random.nextInt(height))), null, null, null);
    }

    private Area rectangle() {
        return new Area(
                false,
                null,
                new Tile(random.nextInt(width), random.nextInt(height)),
                new Tile(random.nextInt(width), random.nextInt(height)),
                null);
    }
}
