package dungeon.players.tictactoe;

import java.util.ArrayList;
import java.util.List;

/**
 * A board as whoever has to move sees it. Cells are numbered from 0 at the upper left to 8 at the lower right, row by row.
 *
 * @param own the cells of whoever moves, a bit for each
 * @param other those of the opponent
 */
public record Cells(int own, int other) {
    /** One on which nothing is placed yet. */
    public static final Cells EMPTY = new Cells(0, 0);

    private static final int COUNT = 9;
    private static final int FULL = (1 << COUNT) - 1;
    private static final int[] LINES = {
        0b000000111, 0b000111000, 0b111000000, 0b001001001, 0b010010010, 0b100100100, 0b100010001, 0b001010100
    };

    /** The cells on which nothing is, in their order. */
    public List<Integer> free() {
        List<Integer> free = new ArrayList<>();
        for (int cell = 0; cell < COUNT; cell++) {
            if (((own | other) >> cell & 1) == 0) {
                free.add(cell);
            }
        }
        return free;
    }

    /** The board after a mark was placed, as the opponent sees it. */
    public Cells after(int cell) {
        return new Cells(other, own | 1 << cell);
    }

    /** Whether the opponent, who has moved last, has three in a line. */
    public boolean isLost() {
        for (int line : LINES) {
            if ((other & line) == line) {
                return true;
            }
        }
        return false;
    }

    /** Whether no cell is free. */
    public boolean isFull() {
        return (own | other) == FULL;
    }
}
