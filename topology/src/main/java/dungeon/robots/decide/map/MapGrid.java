package dungeon.robots.decide.map;

import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The part of a map that follows from the map type without chance: gravity and structure. Tile (x, y) is at index
 * y * width + x.
 */
final class MapGrid {
    private final int width;
    private final int height;
    private final Gravity[] gravity;
    private final BitSet starSystems;

    /** Lays out a map type whose size and areas have no faults. */
    MapGrid(MapType map) {
        width = map.getWidth();
        height = map.getHeight();
        gravity = new Gravity[width * height];
        Arrays.fill(gravity, map.getDefaultGravity());
        for (GravityLayer layer : map.getGravity()) {
            Areas.tilesOf(layer.getArea(), width, height).stream().forEach(index -> gravity[index] = layer.getLevel());
        }
        starSystems = new BitSet(width * height);
        starSystems.set(0, width * height);
        for (StructureLayer layer : map.getStructure()) {
            BitSet area = Areas.tilesOf(layer.getArea(), width, height);
            if (layer.getKind() == Structure.STAR_SYSTEM) {
                starSystems.or(area);
            } else {
                starSystems.andNot(area);
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Gravity gravity(int index) {
        return gravity[index];
    }

    boolean isStarSystem(int index) {
        return starSystems.get(index);
    }

    /** The star systems among some tiles. */
    BitSet starSystemsOf(BitSet tiles) {
        BitSet stars = (BitSet) tiles.clone();
        stars.and(starSystems);
        return stars;
    }

    /** All star systems that robots can reach from some others without entering a blocked one; there and back is one way. */
    BitSet reachableFrom(BitSet starts, BitSet blocked) {
        BitSet reached = (BitSet) starts.clone();
        reached.andNot(blocked);
        int[] open = Arrays.copyOf(reached.stream().toArray(), width * height);
        int found = reached.cardinality();
        for (int next = 0; next < found; next++) {
            int x = open[next] % width;
            int y = open[next] / width;
            for (int nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY++) {
                for (int nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX++) {
                    int near = nearY * width + nearX;
                    if (starSystems.get(near) && !blocked.get(near) && !reached.get(near)) {
                        reached.set(near);
                        open[found++] = near;
                    }
                }
            }
        }
        return reached;
    }

    /** Whether contents of this kind and resource are what a new robot can mine. */
    static boolean isFirstMine(ContentKind kind, Resource resource) {
        return kind == ContentKind.MINE && resource == Resource.BIO_MATTER;
    }
}
