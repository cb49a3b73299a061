package dungeon.players.game;

import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Structure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** What of a map never changes: gravity, voids, stations and black holes. */
// The wire gives gravity and structure by their positions in the enums.
@SuppressWarnings("EnumOrdinal")
public final class StarMap {
    private final int width;
    private final int height;
    private final byte[] gravity;
    private final BitSet open = new BitSet();
    private final BitSet safe = new BitSet();
    private final List<Tile> stations = new ArrayList<>();

    StarMap(MapInstantiated drawn) {
        width = drawn.getWidth();
        height = drawn.getHeight();
        gravity = new byte[width * height];
        drawn.getGravity().duplicate().get(gravity);
        for (int index = 0; index < gravity.length; index++) {
            open.set(index, Structure.values()[drawn.getStructure().get(index)] == Structure.STAR_SYSTEM);
        }
        safe.or(open);
        for (Content content : drawn.getContents()) {
            Tile tile = Tile.of(content.getTile());
            if (content.getKind() == ContentKind.BLACK_HOLE) {
                safe.clear(index(tile));
            } else if (content.getKind() == ContentKind.SPACE_STATION) {
                stations.add(tile);
            }
        }
    }

    /** The space stations, in the order in which they were placed. */
    public List<Tile> stations() {
        return Collections.unmodifiableList(stations);
    }

    /** Whether robots are repaired, sell and get better there, and nobody can hit them. */
    public boolean isStation(Tile tile) {
        return stations.contains(tile);
    }

    /** Whether a robot can enter it: a star system, maybe with a black hole in it. */
    public boolean isOpen(Tile tile) {
        return isOnMap(tile) && open.get(index(tile));
    }

    /** Whether a robot can enter it and is sure to survive that: a star system without a black hole. */
    public boolean isSafe(Tile tile) {
        return isOnMap(tile) && safe.get(index(tile));
    }

    /** All star systems that are safe to enter, by rows from (0,0). */
    public List<Tile> safeStarSystems() {
        return safe.stream().mapToObj(this::tile).toList();
    }

    /** The position of a tile's gravity in the arrays of the rules: 0 for LIGHT to 2 for INTENSE. */
    public int gravityIndex(Tile tile) {
        return gravity[index(tile)] - Gravity.LIGHT.ordinal();
    }

    private boolean isOnMap(Tile tile) {
        return tile.x() >= 0 && tile.x() < width && tile.y() >= 0 && tile.y() < height;
    }

    int tiles() {
        return gravity.length;
    }

    int index(Tile tile) {
        return tile.y() * width + tile.x();
    }

    Tile tile(int index) {
        return new Tile(index % width, index / width);
    }
}
