package dungeon.queries.tictactoe;

import dungeon.app.Contexts;
import dungeon.platform.core.EventFolder;
import dungeon.queries.views.AggregatesReader;
import dungeon.queries.views.StateIndex;
import dungeon.queries.views.StoreSource;
import dungeon.queries.views.View;
import dungeon.queries.views.ViewTables;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundStarted;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.tictactoe.TicTacToeContext;
import dungeon.tictactoe.state.TicTacToeTables;
import java.util.List;
import java.util.Map;

/** Rooms of tic-tac-toe, listed by what happens in them. */
public final class TicTacToeView {
    public static final View<TicTacToeEvent> VIEW = new View<>(
            Contexts.TICTACTOE,
            new StateIndex<>(
                    TicTacToeContext.CONTEXT,
                    List.of(RoomStage.WAITING.name(), RoomStage.PLAYING.name(), RoomStage.OVER.name()),
                    RoomStage.CLOSED.name(),
                    TicTacToeView::stateAfter),
            "dungeon-tictactoe-queries");

    static final ViewTables TABLES = new ViewTables(TicTacToeContext.CONTEXT);

    private static final Map<Class<?>, RoomStage> STAGES = Map.of(
            RoomCreated.class, RoomStage.WAITING,
            RoundStarted.class, RoomStage.PLAYING,
            RoundEnded.class, RoomStage.OVER,
            RoomClosed.class, RoomStage.CLOSED);

    private TicTacToeView() {}

    /** Lists the rooms. */
    public static AggregatesReader<RoomReader> list(StoreSource stores) {
        return new AggregatesReader<>(stores, TABLES, TicTacToeTables.ROOMS, VIEW.index(), RoomReader::new);
    }

    private static String stateAfter(TicTacToeEvent event, EventFolder<TicTacToeEvent> folder) {
        RoomStage stage = STAGES.get(event.getPayload().getClass());
        return stage == null ? null : stage.name();
    }
}
