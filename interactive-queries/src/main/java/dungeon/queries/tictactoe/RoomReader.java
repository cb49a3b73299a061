package dungeon.queries.tictactoe;

import dungeon.platform.envelope.Progress;
import dungeon.queries.views.AggregateReader;
import dungeon.queries.views.StoreSource;
import dungeon.schemas.state.Room;
import dungeon.tictactoe.state.TicTacToeTables;

/** Reads one room of tic-tac-toe from the stores. */
public final class RoomReader extends AggregateReader {
    public RoomReader(StoreSource.Partition stores, String roomId) {
        super(TicTacToeView.TABLES, stores, roomId);
    }

    @Override
    public String state() {
        RoomStage stage = stage();
        return stage == null ? null : stage.name();
    }

    /** What happens in it; null if the room is leaving the views. */
    public RoomStage stage() {
        Progress progress = progress();
        Room room = room();
        if (progress == null || room == null) {
            return null;
        }
        return progress.getClosed()
                ? RoomStage.CLOSED
                : RoomStage.valueOf(room.getState().name());
    }

    /** Null if the room is leaving the views. */
    public Room room() {
        return get(TicTacToeTables.ROOMS, null);
    }

    /** When its last event was, in ms since 1970; never, if it is not here. */
    public long changedAtMs() {
        Progress progress = progress();
        return progress == null ? Long.MAX_VALUE : progress.getTimeMs();
    }
}
