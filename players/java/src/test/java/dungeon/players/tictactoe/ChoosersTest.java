package dungeon.players.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who wins against whom. */
class ChoosersTest {
    private final CellChooser perfect = new PerfectChooser();
    private final Set<Cells> seen = new HashSet<>();
    private int won;

    @Test
    void thePerfectOneLosesNoneOfAllGamesWhoeverBegins() {
        playAll(Cells.EMPTY, true);
        playAll(Cells.EMPTY, false);

        assertThat(seen).hasSizeGreaterThan(500);
        assertThat(won).isPositive();
    }

    /** Lets the opponent try every cell. */
    private void playAll(Cells cells, boolean isTurnOfPerfect) {
        if (cells.isLost()) {
            // Whoever moves has lost, so it has to be the opponent.
            assertThat(isTurnOfPerfect).as(cells.toString()).isFalse();
            won++;
        } else if (!cells.isFull()) {
            seen.add(cells);
            if (isTurnOfPerfect) {
                playAll(cells.after(perfect.choose(cells)), false);
            } else {
                cells.free().forEach(cell -> playAll(cells.after(cell), true));
            }
        }
    }

    @Test
    void thePerfectOneWinsAtOnceWhereItCan() {
        // Own on 0 and 1, the other on 3 and 4: 2 wins, and 5 would only prevent.
        assertThat(perfect.choose(new Cells(0b000000011, 0b000011000))).isEqualTo(2);
    }

    @Test
    void theEasyOneCanBeBeaten() {
        int lost = 0;
        for (long seed = 0; seed < 100; seed++) {
            CellChooser easy = new EasyChooser(seed);
            Cells cells = Cells.EMPTY;
            boolean isTurnOfEasy = true;
            while (!cells.isLost() && !cells.isFull()) {
                cells = cells.after((isTurnOfEasy ? easy : perfect).choose(cells));
                isTurnOfEasy = !isTurnOfEasy;
            }
            lost += cells.isLost() && isTurnOfEasy ? 1 : 0;
        }
        assertThat(lost).isBetween(30, 95);
    }
}
