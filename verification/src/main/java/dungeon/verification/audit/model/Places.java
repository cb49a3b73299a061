package dungeon.verification.audit.model;

import dungeon.schemas.Area;
import dungeon.schemas.Tile;
import java.util.BitSet;
import java.util.List;

/** Tiles by number: row by row from (0,0), so that the order of numbers is the order of y, then x. */
public record Places(int width, int height) {
    public int count() {
        return width * height;
    }

    public boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** The number of a tile, or -1 if it is not on the map. */
    public int number(Tile tile) {
        return isInside(tile.getX(), tile.getY()) ? tile.getY() * width + tile.getX() : -1;
    }

    public int x(int number) {
        return number % width;
    }

    public int y(int number) {
        return number / width;
    }

    public Tile tile(int number) {
        return new Tile(x(number), y(number));
    }

    public BitSet of(List<Area> parts) {
        BitSet tiles = new BitSet(count());
        for (int number = 0; number < count(); number++) {
            for (Area part : parts) {
                if (covers(part, x(number), y(number))) {
                    tiles.set(number);
                    break;
                }
            }
        }
        return tiles;
    }

    private boolean covers(Area part, int x, int y) {
        if (part.getAll()) {
            return true;
        }
        if (part.getTiles() != null) {
            return part.getTiles().contains(new Tile(x, y));
        }
        if (part.getRing() != null) {
            int distance = Math.min(Math.min(x, y), Math.min(width - 1 - x, height - 1 - y));
            return distance >= part.getRing().getFirst()
                    && distance <= part.getRing().getLast();
        }
        Tile from = part.getFrom();
        Tile to = part.getTo();
        return x >= Math.min(from.getX(), to.getX())
                && x <= Math.max(from.getX(), to.getX())
                && y >= Math.min(from.getY(), to.getY())
                && y <= Math.max(from.getY(), to.getY());
    }
}
