package dungeon.tictactoe.decide;

import static dungeon.tictactoe.state.TicTacToeTables.ROOMS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Detail;
import dungeon.schemas.state.Room;
import dungeon.schemas.state.Seat;
import dungeon.schemas.tictactoe.ClaimWin;
import dungeon.schemas.tictactoe.PlayerGone;
import dungeon.schemas.tictactoe.PlayerReturned;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoundEndReason;
import dungeon.tictactoe.state.Turns;
import java.time.Instant;

/**
 * Who is there. Whoever plays against somebody who is gone for long can take the win; if nobody takes it, the clock goes on as ever, and
 * decides.
 */
final class Presence {
    private Presence() {}

    static void report(Decision<StateReader> decision, ReportPresence report) {
        Room room = decision.state().get(ROOMS);
        int seat = Turns.seatOf(room, report.getPlayerId());
        if (seat < 0) {
            Refusals.refuse(decision, RoomRejectionCode.NOT_SEATED, "This player has no seat in this room");
            return;
        }
        boolean isGone = room.getSeats().get(seat).getClaimableAtMs() != null;
        if (report.getConnected() == !isGone) {
            Refusals.refuse(
                    decision,
                    RoomRejectionCode.STALE,
                    isGone ? "It is known that the player is gone" : "It is known that the player is there");
        } else if (report.getConnected()) {
            decision.emit(report.getPlayerId(), new PlayerReturned());
        } else if (room.getSeats().get(seat).getDepartures() >= TicTacToeLimits.DEPARTURES_MAXIMUM) {
            Refusals.refuse(
                    decision,
                    RoomRejectionCode.LIMIT_REACHED,
                    "The player was gone so often that it is not noted any more",
                    Refusals.detail("limit", "departures"),
                    Refusals.detail("maximum", TicTacToeLimits.DEPARTURES_MAXIMUM));
        } else {
            decision.emit(report.getPlayerId(), new PlayerGone(decision.time().plus(TicTacToeLimits.GONE_MAXIMUM)));
        }
    }

    static void claim(Decision<StateReader> decision, ClaimWin claim) {
        if (!Refusals.mayPlay(decision, claim.getRound())) {
            return;
        }
        Room room = decision.state().get(ROOMS);
        int other = Turns.other(Turns.seatOf(room, decision.playerId()));
        Seat gone = room.getSeats().get(other);
        if (gone.getClaimableAtMs() == null) {
            Refusals.refuse(
                    decision, RoomRejectionCode.NOTHING_TO_CLAIM, "%s is there".formatted(gone.getPlayerName()));
            return;
        }
        // Whoever was gone before the round began has as long to come as somebody who goes at its beginning.
        long claimableAtMs =
                Math.max(gone.getClaimableAtMs(), room.getRoundBeganAtMs() + TicTacToeLimits.GONE_MAXIMUM.toMillis());
        if (claimableAtMs > decision.timeMs()) {
            Detail from = Refusals.detail("claimableAt", Instant.ofEpochMilli(claimableAtMs));
            Refusals.refuse(
                    decision, RoomRejectionCode.NOTHING_TO_CLAIM, "The other has not been gone for long enough", from);
        } else {
            Rounds.lose(decision, other, RoundEndReason.ABANDONED);
        }
    }
}
