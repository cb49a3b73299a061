package dungeon.queries.tictactoe;

import dungeon.app.Contexts;
import dungeon.platform.core.EventFolder;
import dungeon.queries.views.AggregatesReader;
import dungeon.queries.views.DepartingAggregates;
import dungeon.queries.views.OldAggregates;
import dungeon.queries.views.PartitionLocator;
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
import java.time.Duration;
import java.time.InstantSource;
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
            "dungeon-tictactoe-queries",
            1);

    /**
     * Long enough to look back at a round, and short enough that rooms, which come and go all day, do not gather. Their events stay in the log, and in
     * the history where there is one.
     */
    public static final Duration CLOSED_ROOMS_KEPT = Duration.ofHours(1);

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

    /**
     * Lets closed rooms leave the views when their time is over.
     *
     * @param departing is told which
     * @param pause how long to wait between two looks at all of them
     */
    public static OldAggregates<RoomReader> closedRooms(
            PartitionLocator locator,
            StoreSource stores,
            DepartingAggregates departing,
            Duration pause,
            InstantSource clock) {
        return new OldAggregates<>(
                "closed-rooms",
                locator,
                list(stores),
                departing,
                new OldAggregates.Policy<>(
                        RoomStage.CLOSED.name(), RoomReader::changedAtMs, room -> true, CLOSED_ROOMS_KEPT, pause),
                clock);
    }

    private static String stateAfter(TicTacToeEvent event, EventFolder<TicTacToeEvent> folder) {
        RoomStage stage = STAGES.get(event.getPayload().getClass());
        return stage == null ? null : stage.name();
    }
}
