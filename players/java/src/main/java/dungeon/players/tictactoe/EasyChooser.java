package dungeon.players.tictactoe;

import java.util.List;
import java.util.SplittableRandom;

/** Sees a line that it can fill, and nothing else: a beginner beats it. Not safe for use by several threads. */
public final class EasyChooser implements CellChooser {
    private final SplittableRandom random;

    /** Chooses by chance, which comes from a seed. */
    public EasyChooser(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public int choose(Cells cells) {
        List<Integer> free = cells.free();
        for (int cell : free) {
            if (cells.after(cell).isLost()) {
                return cell;
            }
        }
        return free.get(random.nextInt(free.size()));
    }
}
