package dungeon.tictactoe.decide;

import static dungeon.tictactoe.state.TicTacToeTables.ROOMS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Mark;
import dungeon.schemas.state.Room;
import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.PlayerReturned;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.tictactoe.state.Board;
import dungeon.tictactoe.state.Turns;
import java.time.Instant;
import java.util.List;

/** How a mark is placed, and whether the round is over by that. */
final class Moves {
    private Moves() {}

    static void place(Decision<StateReader> decision, PlaceMark place) {
        if (!Refusals.mayPlay(decision, place.getRound())) {
            return;
        }
        Room room = decision.state().get(ROOMS);
        int seat = Turns.seatOf(room, decision.playerId());
        if (place.getMove() != room.getMove()) {
            Refusals.refuseStale(decision, room);
        } else if (Turns.next(room) != seat) {
            Refusals.refuse(decision, RoomRejectionCode.NOT_YOUR_TURN, "It is the other's turn");
        } else if (Board.at(room.getCells(), place.getCell()) != Mark.UNKNOWN) {
            Refusals.refuse(
                    decision, RoomRejectionCode.CELL_TAKEN, "There is a mark on cell %d".formatted(place.getCell()));
        } else {
            place(decision, room, seat, place.getCell());
        }
    }

    private static void place(Decision<StateReader> decision, Room room, int seat, int cell) {
        Mark mark = Turns.markOf(room, seat);
        String cells = Board.with(room.getCells(), cell, mark);
        List<Integer> line = Lines.of(cells, mark);
        boolean isOver = !line.isEmpty() || room.getMove() == Board.CELLS;
        int other = Turns.other(seat);
        Instant deadline = isOver
                ? null
                : decision.time()
                        .plusMillis(
                                Clocks.turnMs(room, room.getSeats().get(other).getRemainingMs()));
        if (room.getSeats().get(seat).getClaimableAtMs() != null) {
            // Whoever moves is there, whatever becomes of the connection.
            decision.emit(new PlayerReturned());
        }
        decision.emit(new MarkPlaced(
                room.getRound(),
                room.getMove(),
                mark,
                cell,
                Clocks.remainingMs(room, seat, decision.timeMs()),
                deadline));
        if (!line.isEmpty()) {
            Rounds.win(decision, seat, line);
        } else if (isOver) {
            Rounds.draw(decision);
        }
    }
}
