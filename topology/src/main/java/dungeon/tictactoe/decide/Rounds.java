package dungeon.tictactoe.decide;

import static dungeon.tictactoe.state.TicTacToeTables.ROOMS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Mark;
import dungeon.schemas.state.Room;
import dungeon.schemas.state.Seat;
import dungeon.schemas.tictactoe.Resign;
import dungeon.schemas.tictactoe.RoundEndReason;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundResult;
import dungeon.schemas.tictactoe.RoundStarted;
import dungeon.tictactoe.state.Turns;
import java.util.ArrayList;
import java.util.List;

/** How rounds begin and end. */
final class Rounds {
    private Rounds() {}

    /** Begins the next round; of one that follows another the sides are changed. */
    static void start(Decision<StateReader> decision) {
        Room room = decision.state().get(ROOMS);
        int first = room.getPlan().getMark() == Mark.X ? 0 : 1;
        int xSeat = room.getRound() == 0 ? first : Turns.other(room.getXSeat());
        decision.emit(new RoundStarted(
                room.getRound() + 1,
                room.getSeats().get(xSeat).getPlayerId(),
                room.getSeats().get(Turns.other(xSeat)).getPlayerId(),
                room.getPlan().getRoundMs(),
                decision.time().plusMillis(Clocks.turnMs(room, room.getPlan().getRoundMs()))));
    }

    static void resign(Decision<StateReader> decision, Resign resign) {
        if (Refusals.mayPlay(decision, resign.getRound())) {
            lose(decision, Turns.seatOf(decision.state().get(ROOMS), decision.playerId()), RoundEndReason.RESIGNED);
        }
    }

    /** Ends the round of whoever had to move and did not. */
    static void timeOut(Decision<StateReader> decision) {
        Room room = decision.state().get(ROOMS);
        int late = Turns.next(room);
        String playerId = room.getSeats().get(late).getPlayerId();
        decision.emit(playerId, end(decision, Turns.other(late), RoundEndReason.TIME_OUT, List.of()));
    }

    /** Ends the round because a seat has lost it, for a reason other than a line. */
    static void lose(Decision<StateReader> decision, int seat, RoundEndReason reason) {
        decision.emit(end(decision, Turns.other(seat), reason, List.of()));
    }

    static void draw(Decision<StateReader> decision) {
        decision.emit(end(decision, -1, RoundEndReason.BOARD_FULL, List.of()));
    }

    static void win(Decision<StateReader> decision, int seat, List<Integer> line) {
        decision.emit(end(decision, seat, RoundEndReason.LINE, line));
    }

    /** @param winner the seat that has won; -1 after a draw */
    private static RoundEnded end(
            Decision<StateReader> decision, int winner, RoundEndReason reason, List<Integer> line) {
        Room room = decision.state().get(ROOMS);
        List<Integer> wins = new ArrayList<>();
        for (Seat seat : room.getSeats()) {
            wins.add(seat.getWins() + (wins.size() == winner ? 1 : 0));
        }
        RoundResult result = winner < 0
                ? RoundResult.DRAW
                : Turns.markOf(room, winner) == Mark.X ? RoundResult.X_WON : RoundResult.O_WON;
        return new RoundEnded(
                room.getRound(),
                result,
                reason,
                winner < 0 ? null : room.getSeats().get(winner).getPlayerId(),
                line,
                wins,
                decision.time().plus(TicTacToeLimits.REMATCH_WITHIN));
    }
}
