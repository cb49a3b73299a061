package dungeon.tictactoe.decide;

import static dungeon.tictactoe.state.TicTacToeTables.ROOMS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Detail;
import dungeon.schemas.state.Room;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoomState;
import dungeon.tictactoe.state.Turns;
import java.util.List;

/** How a command is refused, and what several of them ask for. */
final class Refusals {
    private Refusals() {}

    static void refuse(Decision<StateReader> decision, RoomRejectionCode code, String message, Detail... details) {
        decision.reject(new CommandRejected(code, message, List.of(details)));
    }

    static Detail detail(String name, Object value) {
        return new Detail(name, String.valueOf(value));
    }

    /** Whether the sender may do something to the round that is played now; if not, the command is refused. */
    static boolean mayPlay(Decision<StateReader> decision, int round) {
        Room room = decision.state().get(ROOMS);
        if (!isSeated(decision, room)) {
            return false;
        }
        if (room.getState() == RoomState.WAITING) {
            refuse(decision, RoomRejectionCode.NOT_STARTED, "Nobody has taken the other seat yet");
        } else if (round != room.getRound()) {
            refuseStale(decision, room);
        } else if (room.getState() == RoomState.OVER) {
            refuse(decision, RoomRejectionCode.ROUND_OVER, "Round %d is over".formatted(round));
        } else {
            return true;
        }
        return false;
    }

    /** Whether the sender has a seat; if not, the command is refused. */
    static boolean isSeated(Decision<StateReader> decision, Room room) {
        boolean isSeated = Turns.seatOf(room, decision.playerId()) >= 0;
        if (!isSeated) {
            refuse(decision, RoomRejectionCode.NOT_SEATED, "You have no seat in this room");
        }
        return isSeated;
    }

    static void refuseStale(Decision<StateReader> decision, Room room) {
        refuse(
                decision,
                RoomRejectionCode.STALE,
                "The room is at move %d of round %d".formatted(room.getMove(), room.getRound()),
                detail("round", room.getRound()),
                detail("move", room.getMove()));
    }
}
