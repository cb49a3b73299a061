package dungeon.players.tictactoe;

import java.util.HashMap;
import java.util.Map;

/** Never loses: looks at all that can still come, and wins as soon or loses as late as it can. Safe for use by several threads. */
public final class PerfectChooser implements CellChooser {
    /** A win with so many free cells left is worth one more than those. */
    private static final int WIN = 1;

    private final Map<Cells, Integer> worths = new HashMap<>();

    @Override
    public synchronized int choose(Cells cells) {
        int best = -1;
        int most = Integer.MIN_VALUE;
        for (int cell : cells.free()) {
            int worth = -worth(cells.after(cell));
            if (worth > most) {
                most = worth;
                best = cell;
            }
        }
        return best;
    }

    /** What a board is worth to whoever moves: above 0 for a win, below for a loss; the sooner, the farther from it. */
    private int worth(Cells cells) {
        if (cells.isLost()) {
            return -WIN - cells.free().size();
        }
        if (cells.isFull()) {
            return 0;
        }
        Integer known = worths.get(cells);
        if (known == null) {
            int most = Integer.MIN_VALUE;
            for (int cell : cells.free()) {
                most = Math.max(most, -worth(cells.after(cell)));
            }
            known = most;
            worths.put(cells, known);
        }
        return known;
    }
}
