package dungeon.robots.decide.map;

import dungeon.schemas.Area;
import dungeon.schemas.Discovery;
import dungeon.schemas.Resource;
import dungeon.schemas.Tile;
import java.util.BitSet;
import java.util.List;

/**
 * The tiles that areas cover, as bits: tile (x, y) is bit y * width + x, so ascending bits are in order of y, then x. Parts
 * are collected first and laid out together, so that an area of many parts takes no longer than one of a few.
 */
public final class Areas {
    private final int width;
    private final int height;
    private final BitSet tiles;
    /** The distances from the edge that rings cover. */
    private final BitSet distances = new BitSet();
    /** How many more rectangles begin than end at a tile, along x and y; summed up, how many a tile lies in. */
    private int[] corners;

    private Areas(int width, int height) {
        this.width = width;
        this.height = height;
        this.tiles = new BitSet(width * height);
    }

    /** The tiles of an area that has no faults. */
    public static BitSet tilesOf(List<Area> area, int width, int height) {
        Areas areas = new Areas(width, height);
        for (Area part : area) {
            if (part.getAll()) {
                areas.tiles.set(0, width * height);
                return areas.tiles;
            }
            areas.add(part);
        }
        areas.layOutRings();
        areas.layOutRectangles();
        return areas.tiles;
    }

    /** Whether a tile of the map is in an area that has no faults. */
    static boolean contains(List<Area> area, Tile tile, int width, int height) {
        return area.stream().anyMatch(part -> partContains(part, tile, width, height));
    }

    /** Whether a discovery counts a mine of some resource on a tile. */
    public static boolean counts(Discovery discovery, Tile mine, Resource resource, int width, int height) {
        return discovery.getResource() == resource && contains(discovery.getArea(), mine, width, height);
    }

    private static boolean partContains(Area part, Tile tile, int width, int height) {
        if (part.getAll()) {
            return true;
        }
        if (part.getTiles() != null) {
            return part.getTiles().contains(tile);
        }
        int x = tile.getX();
        int y = tile.getY();
        if (part.getRing() != null) {
            int distance = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y));
            return distance >= part.getRing().getFirst()
                    && distance <= part.getRing().getLast();
        }
        return isBetween(x, part.getFrom().getX(), part.getTo().getX())
                && isBetween(y, part.getFrom().getY(), part.getTo().getY());
    }

    private static boolean isBetween(int value, int oneEnd, int otherEnd) {
        return value >= Math.min(oneEnd, otherEnd) && value <= Math.max(oneEnd, otherEnd);
    }

    private void add(Area part) {
        if (part.getTiles() != null) {
            part.getTiles().forEach(tile -> tiles.set(tile.getY() * width + tile.getX()));
        } else if (part.getRing() != null) {
            int first = part.getRing().getFirst();
            distances.set(first, Math.max(first, part.getRing().getLast() + 1));
        } else {
            addRectangle(part.getFrom(), part.getTo());
        }
    }

    private void addRectangle(Tile from, Tile to) {
        if (corners == null) {
            corners = new int[(width + 1) * (height + 1)];
        }
        int left = Math.min(from.getX(), to.getX());
        int right = Math.max(from.getX(), to.getX()) + 1;
        int bottom = Math.min(from.getY(), to.getY()) * (width + 1);
        int top = (Math.max(from.getY(), to.getY()) + 1) * (width + 1);
        corners[bottom + left]++;
        corners[bottom + right]--;
        corners[top + left]--;
        corners[top + right]++;
    }

    private void layOutRings() {
        if (distances.isEmpty()) {
            return;
        }
        for (int y = 0; y < height; y++) {
            int fromUpperOrLowerEdge = Math.min(y, height - 1 - y);
            for (int x = 0; x < width; x++) {
                if (distances.get(Math.min(Math.min(x, width - 1 - x), fromUpperOrLowerEdge))) {
                    tiles.set(y * width + x);
                }
            }
        }
    }

    private void layOutRectangles() {
        if (corners == null) {
            return;
        }
        int[] column = new int[width];
        for (int y = 0; y < height; y++) {
            int rectangles = 0;
            for (int x = 0; x < width; x++) {
                column[x] += corners[y * (width + 1) + x];
                rectangles += column[x];
                if (rectangles > 0) {
                    tiles.set(y * width + x);
                }
            }
        }
    }
}
