package dungeon.tictactoe.decide;

import static dungeon.tictactoe.state.TicTacToeTables.ROOMS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.state.Room;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlayerReturned;
import dungeon.schemas.tictactoe.RematchOffered;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoomState;
import dungeon.tictactoe.state.Turns;

/** How two go on with another round: the second offer takes up the first. */
final class Rematches {
    private Rematches() {}

    static void offer(Decision<StateReader> decision, OfferRematch offer) {
        Room room = decision.state().get(ROOMS);
        if (!Refusals.isSeated(decision, room)) {
            return;
        }
        int seat = Turns.seatOf(room, decision.playerId());
        if (room.getState() == RoomState.WAITING) {
            Refusals.refuse(decision, RoomRejectionCode.NOT_STARTED, "Nobody has taken the other seat yet");
        } else if (offer.getRound() != room.getRound()) {
            Refusals.refuseStale(decision, room);
        } else if (room.getState() == RoomState.PLAYING) {
            Refusals.refuse(
                    decision, RoomRejectionCode.ROUND_RUNNING, "Round %d is not over yet".formatted(room.getRound()));
        } else if (room.getSeats().get(seat).getWantsRematch()) {
            Refusals.refuse(decision, RoomRejectionCode.ALREADY_OFFERED, "You have offered a rematch already");
        } else if (room.getRound() >= TicTacToeLimits.ROUNDS_MAXIMUM) {
            Refusals.refuse(
                    decision,
                    RoomRejectionCode.LIMIT_REACHED,
                    "A room has at most %d rounds; open another one".formatted(TicTacToeLimits.ROUNDS_MAXIMUM),
                    Refusals.detail("limit", "rounds"),
                    Refusals.detail("maximum", TicTacToeLimits.ROUNDS_MAXIMUM));
        } else {
            boolean isAnswer = room.getSeats().get(Turns.other(seat)).getWantsRematch();
            if (room.getSeats().get(seat).getClaimableAtMs() != null) {
                // Whoever wants to go on is there, whatever becomes of the connection.
                decision.emit(new PlayerReturned());
            }
            decision.emit(new RematchOffered(room.getRound()));
            if (isAnswer) {
                Rounds.start(decision);
            }
        }
    }
}
