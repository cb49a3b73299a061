package dungeon.robots.state;

import dungeon.schemas.ContentKind;
import dungeon.schemas.state.MapTile;
import java.nio.ByteBuffer;

/** Questions to the tiles of a map. */
public final class Tiles {
    private Tiles() {}

    public static boolean isStation(MapTile tile) {
        return tile != null && tile.getContent() == ContentKind.SPACE_STATION;
    }

    public static boolean isBlackHole(MapTile tile) {
        return tile.getContent() == ContentKind.BLACK_HOLE;
    }

    /** The place of a tile's gravity in the arrays of the rules. */
    public static int gravityIndex(MapTile tile) {
        return switch (tile.getGravity()) {
            case LIGHT -> 0;
            case MEDIUM -> 1;
            case INTENSE -> 2;
            case UNKNOWN -> throw new IllegalStateException("A map without faults has no unknown gravity: " + tile);
        };
    }

    /** Whether a robot of the player who joined as number n has been on a tile. */
    public static boolean isVisited(MapTile tile, int number) {
        ByteBuffer visitors = tile.getVisitedBy();
        int index = visitors.position() + number / 8;
        return index < visitors.limit() && (visitors.get(index) & (1 << (number % 8))) != 0;
    }

    /** The visitors of a tile, and the player who joined as number n among them. */
    public static ByteBuffer visitedToo(MapTile tile, int number) {
        ByteBuffer before = tile.getVisitedBy().duplicate();
        byte[] after = new byte[Math.max(before.remaining(), number / 8 + 1)];
        before.get(after, 0, before.remaining());
        after[number / 8] |= (byte) (1 << (number % 8));
        return ByteBuffer.wrap(after);
    }
}
