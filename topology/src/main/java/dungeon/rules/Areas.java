package dungeon.rules;

import dungeon.schemas.Area;
import dungeon.schemas.Ring;
import dungeon.schemas.Tile;
import java.util.BitSet;
import java.util.List;

/** The tiles that areas cover, as bits: tile (x, y) is bit y * width + x, so ascending bits are in order of y, then x. */
final class Areas {
    private Areas() {}

    /** The tiles of an area that has no faults. */
    static BitSet tilesOf(List<Area> area, int width, int height) {
        BitSet tiles = new BitSet(width * height);
        for (Area part : area) {
            if (part.getAll()) {
                tiles.set(0, width * height);
            } else if (part.getTiles() != null) {
                part.getTiles().forEach(tile -> tiles.set(tile.getY() * width + tile.getX()));
            } else if (part.getRing() != null) {
                setRing(tiles, part.getRing(), width, height);
            } else {
                setRectangle(tiles, part.getFrom(), part.getTo(), width);
            }
        }
        return tiles;
    }

    private static void setRing(BitSet tiles, Ring ring, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int distance = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y));
                if (distance >= ring.getFirst() && distance <= ring.getLast()) {
                    tiles.set(y * width + x);
                }
            }
        }
    }

    private static void setRectangle(BitSet tiles, Tile from, Tile to, int width) {
        int left = Math.min(from.getX(), to.getX());
        int right = Math.max(from.getX(), to.getX());
        for (int y = Math.min(from.getY(), to.getY()); y <= Math.max(from.getY(), to.getY()); y++) {
            tiles.set(y * width + left, y * width + right + 1);
        }
    }
}
