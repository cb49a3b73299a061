package dungeon.queries.views;

import dungeon.queries.TestBytes;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.tictactoe.TicTacToeView;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.nio.file.Path;

/** The views of rooms of tic-tac-toe over a test driver. */
public final class RoomViews extends TestViews<TicTacToeEvent> {
    public RoomViews(Path stateDir, SequenceSignals signals) {
        super(TicTacToeView.VIEW, TestBytes.roomDeserializer(), stateDir, signals);
    }
}
