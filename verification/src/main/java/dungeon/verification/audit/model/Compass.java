package dungeon.verification.audit.model;

import dungeon.schemas.Direction;
import java.util.EnumSet;
import java.util.Set;

/** Directions as steps: N is y + 1, E is x + 1. */
public final class Compass {
    public static final Set<Direction> DIRECTIONS = EnumSet.complementOf(EnumSet.of(Direction.UNKNOWN));

    private static final int[] DX = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final int[] DY = {1, 1, 0, -1, -1, -1, 0, 1};

    private Compass() {}

    public static int dx(Direction direction) {
        return DX[Index.of(direction)];
    }

    public static int dy(Direction direction) {
        return DY[Index.of(direction)];
    }

    /** The direction of a step; UNKNOWN if it is none to a neighbour. */
    public static Direction of(int dx, int dy) {
        for (Direction direction : DIRECTIONS) {
            if (dx(direction) == dx && dy(direction) == dy) {
                return direction;
            }
        }
        return Direction.UNKNOWN;
    }
}
