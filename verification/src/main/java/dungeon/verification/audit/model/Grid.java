package dungeon.verification.audit.model;

import dungeon.schemas.ContentKind;
import dungeon.schemas.Direction;
import dungeon.schemas.Gravity;
import dungeon.schemas.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The map of a game: what is where now. */
public final class Grid {
    public static final int OVER_THE_EDGE = -1;

    public final Places places;
    public final Gravity[] gravity;
    public final Structure[] structure;
    public final ContentKind[] contents;
    public final Mine[] mines;

    public Grid(Places places) {
        this.places = places;
        gravity = new Gravity[places.count()];
        structure = new Structure[places.count()];
        Arrays.fill(structure, Structure.STAR_SYSTEM);
        contents = new ContentKind[places.count()];
        mines = new Mine[places.count()];
    }

    public boolean isStation(int tile) {
        return contents[tile] == ContentKind.SPACE_STATION;
    }

    public boolean isBlackHole(int tile) {
        return contents[tile] == ContentKind.BLACK_HOLE;
    }

    public boolean isVoid(int tile) {
        return structure[tile] == Structure.VOID;
    }

    /** The space stations in the order of y, then x. */
    public List<Integer> stations() {
        List<Integer> stations = new ArrayList<>();
        for (int tile = 0; tile < places.count(); tile++) {
            if (isStation(tile)) {
                stations.add(tile);
            }
        }
        return stations;
    }

    /** The neighbour in a direction, or {@link #OVER_THE_EDGE}. */
    public int neighbour(int tile, Direction direction) {
        int x = places.x(tile) + Compass.dx(direction);
        int y = places.y(tile) + Compass.dy(direction);
        return places.isInside(x, y) ? y * places.width() + x : OVER_THE_EDGE;
    }

    public List<Integer> neighbours(int tile) {
        List<Integer> neighbours = new ArrayList<>();
        for (Direction direction : Compass.DIRECTIONS) {
            int neighbour = neighbour(tile, direction);
            if (neighbour != OVER_THE_EDGE) {
                neighbours.add(neighbour);
            }
        }
        return neighbours;
    }

    /** The star systems among some tiles that hold nothing. */
    public BitSet emptyAmong(BitSet tiles) {
        BitSet empty = (BitSet) tiles.clone();
        for (int tile = empty.nextSetBit(0); tile >= 0; tile = empty.nextSetBit(tile + 1)) {
            if (structure[tile] != Structure.STAR_SYSTEM || contents[tile] != null) {
                empty.clear(tile);
            }
        }
        return empty;
    }

    public Mine open(Mine mine) {
        contents[mine.tile] = ContentKind.MINE;
        mines[mine.tile] = mine;
        return mine;
    }

    public void close(Mine mine) {
        mine.isClosed = true;
        contents[mine.tile] = null;
        mines[mine.tile] = null;
    }
}
