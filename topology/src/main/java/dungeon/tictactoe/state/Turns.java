package dungeon.tictactoe.state;

import dungeon.schemas.Mark;
import dungeon.schemas.state.Room;
import dungeon.schemas.state.Seat;
import java.util.List;

/** Who sits where, and whose turn it is. Seats are numbered from 0. */
public final class Turns {
    private Turns() {}

    /** The seat of a player; -1 if the player has none. */
    public static int seatOf(Room room, String playerId) {
        List<Seat> seats = room.getSeats();
        for (int seat = 0; seat < seats.size(); seat++) {
            if (seats.get(seat).getPlayerId().equals(playerId)) {
                return seat;
            }
        }
        return -1;
    }

    /** The seat of whoever moves next; X has the odd moves. */
    public static int next(Room room) {
        return room.getMove() % 2 == 1 ? room.getXSeat() : other(room.getXSeat());
    }

    /** When whoever moves next has lost unless they have moved, in ms since 1970: a move has its time, but none that is not left of the round. */
    public static long deadlineMs(Room room) {
        long remainingMs = room.getSeats().get(next(room)).getRemainingMs();
        return room.getTurnBeganAtMs() + Math.min(room.getPlan().getMoveMs(), remainingMs);
    }

    public static int other(int seat) {
        return 1 - seat;
    }

    /** What a seat plays in this round. */
    public static Mark markOf(Room room, int seat) {
        return seat == room.getXSeat() ? Mark.X : Mark.O;
    }
}
