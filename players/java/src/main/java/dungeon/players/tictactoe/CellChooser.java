package dungeon.players.tictactoe;

/** Chooses where the next mark goes. */
public interface CellChooser {
    /** One of the free cells of a board on which the round is not over. */
    int choose(Cells cells);
}
