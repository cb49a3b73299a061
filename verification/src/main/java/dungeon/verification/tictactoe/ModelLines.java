package dungeon.verification.tictactoe;

import java.util.ArrayList;
import java.util.List;

/** Three in a line, as bits of a board: one for each cell. */
final class ModelLines {
    private static final int[] LINES = {
        0b000000111, 0b000111000, 0b111000000, 0b001001001, 0b010010010, 0b100100100, 0b100010001, 0b001010100
    };

    private ModelLines() {}

    /** The first line that is filled; 0 if none is. */
    static int filledBy(int bits) {
        for (int line : LINES) {
            if ((bits & line) == line) {
                return line;
            }
        }
        return 0;
    }

    /** The numbers of the cells. */
    static List<Integer> cells(int bits) {
        List<Integer> cells = new ArrayList<>();
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            cells.add(Integer.numberOfTrailingZeros(rest));
        }
        return cells;
    }
}
