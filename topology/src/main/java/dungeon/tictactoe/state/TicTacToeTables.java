package dungeon.tictactoe.state;

import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.Tables;
import dungeon.schemas.state.Room;

/** What a room consists of. */
public final class TicTacToeTables {
    private static final Tables OF_A_ROOM = Tables.of("tictactoe");

    /** The room, with its seats and its board. */
    public static final Table<Void, Room> ROOMS = OF_A_ROOM
            .one(1, "rooms", Room.class)
            .sequenced(Room::getSequence, Room::setSequence)
            .declare();

    /** All of them. */
    public static final Tables ALL = OF_A_ROOM.complete();

    private TicTacToeTables() {}
}
