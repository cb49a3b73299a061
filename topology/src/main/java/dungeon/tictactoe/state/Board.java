package dungeon.tictactoe.state;

import dungeon.schemas.Mark;

/** A board of nine cells, row by row from the upper left, as text: X, O, or a point for a free cell. */
public final class Board {
    /** How many cells there are. */
    public static final int CELLS = 9;

    /** One on which nothing is placed yet. */
    public static final String EMPTY = ".".repeat(CELLS);

    private Board() {}

    /** What is on a cell; UNKNOWN if nothing is. */
    public static Mark at(String cells, int cell) {
        return switch (cells.charAt(cell)) {
            case 'X' -> Mark.X;
            case 'O' -> Mark.O;
            default -> Mark.UNKNOWN;
        };
    }

    /** The board after a mark was placed. */
    public static String with(String cells, int cell, Mark mark) {
        return cells.substring(0, cell) + mark.name() + cells.substring(cell + 1);
    }
}
