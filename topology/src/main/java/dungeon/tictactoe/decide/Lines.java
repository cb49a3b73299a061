package dungeon.tictactoe.decide;

import dungeon.schemas.Mark;
import dungeon.tictactoe.state.Board;
import java.util.List;

/** Three in a line. */
final class Lines {
    private static final List<List<Integer>> ALL = List.of(
            List.of(0, 1, 2),
            List.of(3, 4, 5),
            List.of(6, 7, 8),
            List.of(0, 3, 6),
            List.of(1, 4, 7),
            List.of(2, 5, 8),
            List.of(0, 4, 8),
            List.of(2, 4, 6));

    private Lines() {}

    /** The first line that a mark fills; empty if it fills none. */
    static List<Integer> of(String cells, Mark mark) {
        return ALL.stream()
                .filter(line -> line.stream().allMatch(cell -> Board.at(cells, cell) == mark))
                .findFirst()
                .orElse(List.of());
    }
}
