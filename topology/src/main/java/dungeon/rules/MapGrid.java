package dungeon.rules;

import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import java.util.ArrayDeque;
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

    /** All star systems that robots can reach from one of them without entering a blocked one. */
    BitSet reachableFrom(int start, BitSet blocked) {
        BitSet reached = new BitSet(width * height);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        reached.set(start);
        open.add(start);
        while (!open.isEmpty()) {
            int index = open.remove();
            int x = index % width;
            int y = index / width;
            for (int nextY = Math.max(0, y - 1); nextY <= Math.min(height - 1, y + 1); nextY++) {
                for (int nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX++) {
                    int next = nextY * width + nextX;
                    if (starSystems.get(next) && !blocked.get(next) && !reached.get(next)) {
                        reached.set(next);
                        open.add(next);
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
