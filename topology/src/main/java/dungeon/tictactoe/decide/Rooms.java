package dungeon.tictactoe.decide;

import static dungeon.tictactoe.state.TicTacToeTables.ROOMS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Detail;
import dungeon.schemas.state.Room;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.PlayerSeated;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomClosingReason;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoomState;
import dungeon.schemas.tictactoe.RoundEndReason;
import dungeon.tictactoe.state.RoomIds;
import dungeon.tictactoe.state.Turns;

/** How rooms are opened, entered, left and closed. */
final class Rooms {
    private Rooms() {}

    static void create(Decision<StateReader> decision, CreateRoom create) {
        if (decision.isTaken()) {
            // Whoever asked is told of the room that is there, so nothing is said of the request.
            Refusals.refuse(
                    decision, RoomRejectionCode.ROOM_EXISTS, "The id %s is taken".formatted(decision.aggregateId()));
        } else if (!RoomIds.isTimely(decision.aggregateId(), decision.timeMs())) {
            Detail[] asked = create.getRequestedBy() == null
                    ? new Detail[0]
                    : new Detail[] {Refusals.detail("requestedBy", create.getRequestedBy())};
            Refusals.refuse(
                    decision,
                    RoomRejectionCode.NOT_TIMELY,
                    "The id of a room may be made at most 30 seconds before and 1 minute after its creation arrives",
                    asked);
        } else {
            decision.emit(new RoomCreated(
                    create.getPlayers().get(0),
                    create.getPlan(),
                    decision.time().plus(TicTacToeLimits.WAITING_MAXIMUM),
                    create.getRequestedBy(),
                    create.getRequestedWith()));
            if (create.getPlayers().size() == 2) {
                seat(decision, create.getPlayers().get(1));
            }
        }
    }

    static void join(Decision<StateReader> decision, JoinRoom join) {
        Room room = decision.state().get(ROOMS);
        if (Turns.seatOf(room, decision.playerId()) >= 0) {
            Refusals.refuse(decision, RoomRejectionCode.ALREADY_SEATED, "You have a seat in this room");
        } else if (room.getState() != RoomState.WAITING) {
            Refusals.refuse(decision, RoomRejectionCode.ROOM_FULL, "Both seats are taken");
        } else if (!Invitations.isInvited(room, join.getInvitation())) {
            Refusals.refuse(
                    decision, RoomRejectionCode.NOT_INVITED, "Nobody gets into this room without its invitation");
        } else {
            seat(decision, new RoomPlayer(decision.playerId(), join.getPlayerName()));
        }
    }

    private static void seat(Decision<StateReader> decision, RoomPlayer player) {
        decision.emit(new PlayerSeated(player));
        Rounds.start(decision);
    }

    static void leave(Decision<StateReader> decision) {
        Room room = decision.state().get(ROOMS);
        if (!Refusals.isSeated(decision, room)) {
            return;
        }
        if (room.getState() == RoomState.PLAYING) {
            Rounds.lose(decision, Turns.seatOf(room, decision.playerId()), RoundEndReason.LEFT);
        }
        close(decision, RoomClosingReason.LEFT);
    }

    static void close(Decision<StateReader> decision, RoomClosingReason reason) {
        Room room = decision.state().get(ROOMS);
        decision.emit(new RoomClosed(reason, room.getRequestedBy(), room.getRequestedWith()));
    }
}
