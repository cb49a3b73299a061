package dungeon.tictactoe;

import static dungeon.tictactoe.TestRoom.ANN;
import static dungeon.tictactoe.TestRoom.BOB;
import static dungeon.tictactoe.TestRoom.EVE;
import static dungeon.tictactoe.TestRoom.MOVE_MS;
import static dungeon.tictactoe.TestRoom.ROUND_MS;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.schemas.Mark;
import dungeon.schemas.state.Room;
import dungeon.schemas.state.Seat;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.PlayerSeated;
import dungeon.schemas.tictactoe.RematchOffered;
import dungeon.schemas.tictactoe.Resign;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomClosingReason;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoomState;
import dungeon.schemas.tictactoe.RoundEndReason;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundResult;
import dungeon.schemas.tictactoe.RoundStarted;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A round from its first mark to the next round. */
class TicTacToeTest {
    @Test
    void aRoundBeginsWhenTheSecondPlayerSitsDown() {
        TestRoom room = TestRoom.waiting();

        assertThat(room.send(BOB, new JoinRoom("Bob", null)))
                .containsExactly(
                        new PlayerSeated(BOB),
                        new RoundStarted(1, ANN.getPlayerId(), BOB.getPlayerId(), ROUND_MS, room.at(MOVE_MS)));
        assertThat(room.state())
                .isEqualTo(new Room(
                        3L,
                        RoomState.PLAYING,
                        TestRoom.plan(),
                        null,
                        null,
                        List.of(
                                new Seat(ANN.getPlayerId(), "Ann", 0, ROUND_MS, false, null, 0),
                                new Seat(BOB.getPlayerId(), "Bob", 0, ROUND_MS, false, null, 0)),
                        1,
                        1,
                        ".........",
                        0,
                        room.nowMs,
                        room.nowMs));
    }

    @Test
    void whoeverFillsALineWins() {
        TestRoom room = TestRoom.playing().moves(1, ANN, 4, 0, 2, 8);
        room.nowMs += 1000;

        assertThat(room.send(ANN, new PlaceMark(1, 5, 6)))
                .containsExactly(
                        new MarkPlaced(1, 5, Mark.X, 6, ROUND_MS - 3000, null),
                        new RoundEnded(
                                1,
                                RoundResult.X_WON,
                                RoundEndReason.LINE,
                                ANN.getPlayerId(),
                                List.of(2, 4, 6),
                                List.of(1, 0),
                                room.at(120_000)));
        assertThat(room.state().getCells()).isEqualTo("O.X.X.X.O");
    }

    @Test
    void aFullBoardWithoutALineIsADraw() {
        TestRoom room = TestRoom.playing().moves(1, ANN, 0, 1, 2, 4, 3, 5, 7, 6);
        room.nowMs += 1000;

        assertThat(room.send(ANN, new PlaceMark(1, 9, 8)))
                .containsExactly(
                        new MarkPlaced(1, 9, Mark.X, 8, ROUND_MS - 5000, null),
                        new RoundEnded(
                                1,
                                RoundResult.DRAW,
                                RoundEndReason.BOARD_FULL,
                                null,
                                List.of(),
                                List.of(0, 0),
                                room.at(120_000)));
    }

    @Test
    void theLastCellCanWin() {
        TestRoom room = TestRoom.playing().moves(1, ANN, 0, 1, 2, 4, 3, 5, 7, 8);

        assertThat(room.send(ANN, new PlaceMark(1, 9, 6)).get(1)).isInstanceOfSatisfying(RoundEnded.class, ended -> {
            assertThat(ended.getResult()).isEqualTo(RoundResult.X_WON);
            assertThat(ended.getLine()).containsExactly(0, 3, 6);
        });
    }

    @Test
    void ofTwoMovesAtOnceTheFirstCounts() {
        TestRoom room = TestRoom.playing();

        assertThat(room.code(BOB, new PlaceMark(1, 1, 0))).isEqualTo(RoomRejectionCode.NOT_YOUR_TURN);
        assertThat(room.send(ANN, new PlaceMark(1, 1, 4))).hasSize(1);
        assertThat(room.code(ANN, new PlaceMark(1, 1, 5))).isEqualTo(RoomRejectionCode.STALE);
        assertThat(room.code(ANN, new PlaceMark(1, 2, 5))).isEqualTo(RoomRejectionCode.NOT_YOUR_TURN);
        assertThat(room.code(BOB, new PlaceMark(1, 2, 4))).isEqualTo(RoomRejectionCode.CELL_TAKEN);
        assertThat(room.state().getCells()).isEqualTo("....X....");
    }

    @Test
    void aRepeatedMoveDoesNothingAndIsNotToldAgain() {
        TestRoom room = TestRoom.playing();
        Principal ann = Principal.player(ANN.getPlayerId(), "Ann");
        TicTacToeCommand move = new TicTacToeCommand(
                "00000000-0000-4000-8000-00000000000f",
                room.at(0),
                TestRoom.ID,
                ANN.getPlayerId(),
                new PlaceMark(1, 1, 4));

        assertThat(room.send(move, ann)).hasSize(1);
        room.nowMs += 2500;
        assertThat(room.send(move, ann)).isEmpty();
    }

    @Test
    void aMoveAfterTheEndIsRefused() {
        TestRoom room = TestRoom.playing().moves(1, ANN, 0, 3, 1, 4, 2);

        assertThat(room.code(BOB, new PlaceMark(1, 6, 5))).isEqualTo(RoomRejectionCode.ROUND_OVER);
        assertThat(room.code(BOB, new Resign(1))).isEqualTo(RoomRejectionCode.ROUND_OVER);
    }

    @Test
    void whoeverGivesUpHasLost() {
        TestRoom room = TestRoom.playing();

        assertThat(room.send(ANN, new Resign(1)))
                .containsExactly(new RoundEnded(
                        1,
                        RoundResult.O_WON,
                        RoundEndReason.RESIGNED,
                        BOB.getPlayerId(),
                        List.of(),
                        List.of(0, 1),
                        room.at(120_000)));
    }

    @Test
    void whoeverLeavesDuringARoundHasLostAndTheRoomIsClosed() {
        TestRoom room = TestRoom.playing();

        assertThat(room.send(BOB, new LeaveRoom()))
                .containsExactly(
                        new RoundEnded(
                                1,
                                RoundResult.X_WON,
                                RoundEndReason.LEFT,
                                ANN.getPlayerId(),
                                List.of(),
                                List.of(1, 0),
                                room.at(120_000)),
                        new RoomClosed(RoomClosingReason.LEFT, null, null));
        assertThat(room.code(ANN, new OfferRematch(1))).isEqualTo(RoomRejectionCode.UNKNOWN_ROOM);
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        TestRoom room = TestRoom.playing();
        Principal bob = Principal.player(BOB.getPlayerId(), "Bob");
        TicTacToeCommand leave = new TicTacToeCommand(
                "00000000-0000-4000-8000-00000000000f", room.at(0), TestRoom.ID, BOB.getPlayerId(), new LeaveRoom());

        assertThat(room.send(leave, bob)).hasSize(2);
        room.nowMs += 2500;
        assertThat(room.send(leave, bob)).isEmpty();
    }

    @Test
    void aRematchFromBothSidesAtOnceIsOneRoundWithTheSidesChanged() {
        TestRoom room = TestRoom.playing().moves(1, ANN, 0, 3, 1, 4, 2);

        assertThat(room.send(BOB, new OfferRematch(1))).containsExactly(new RematchOffered(1));
        assertThat(room.code(BOB, new OfferRematch(1))).isEqualTo(RoomRejectionCode.ALREADY_OFFERED);
        assertThat(room.send(ANN, new OfferRematch(1)))
                .containsExactly(
                        new RematchOffered(1),
                        new RoundStarted(2, BOB.getPlayerId(), ANN.getPlayerId(), ROUND_MS, room.at(MOVE_MS)));
        assertThat(room.code(ANN, new OfferRematch(1))).isEqualTo(RoomRejectionCode.STALE);
        assertThat(room.code(ANN, new OfferRematch(2))).isEqualTo(RoomRejectionCode.ROUND_RUNNING);
        assertThat(room.code(BOB, new PlaceMark(1, 1, 0))).isEqualTo(RoomRejectionCode.STALE);
        assertThat(room.moves(2, BOB, 0, 3, 1, 4, 2).state().getSeats())
                .extracting(Seat::getWins)
                .containsExactly(1, 1);
    }

    @Test
    void aRoomHasAHundredRounds() {
        TestRoom room = TestRoom.playing();
        for (int round = 1; round < 100; round++) {
            room.send(ANN, new Resign(round));
            room.send(ANN, new OfferRematch(round));
            room.send(BOB, new OfferRematch(round));
        }
        assertThat(room.state().getRound()).isEqualTo(100);
        room.send(ANN, new Resign(100));
        assertThat(room.code(ANN, new OfferRematch(100))).isEqualTo(RoomRejectionCode.LIMIT_REACHED);
    }

    @Test
    void nobodyElsePlays() {
        TestRoom room = TestRoom.playing();

        assertThat(room.code(EVE, new PlaceMark(1, 1, 0))).isEqualTo(RoomRejectionCode.NOT_SEATED);
        assertThat(room.code(EVE, new LeaveRoom())).isEqualTo(RoomRejectionCode.NOT_SEATED);
        assertThat(room.code(EVE, new Resign(1))).isEqualTo(RoomRejectionCode.NOT_SEATED);
        assertThat(room.code(EVE, new OfferRematch(1))).isEqualTo(RoomRejectionCode.NOT_SEATED);
        assertThat(room.code(Principal.administrator(), new PlaceMark(1, 1, 0)))
                .isEqualTo(RoomRejectionCode.UNAUTHENTICATED);
    }

    @Test
    void cellsAndNumbersAreThoseOfABoard() {
        TestRoom room = TestRoom.playing();

        for (PlaceMark wrong : List.of(
                new PlaceMark(1, 1, -1),
                new PlaceMark(1, 1, 9),
                new PlaceMark(1, 0, 0),
                new PlaceMark(1, 10, 0),
                new PlaceMark(0, 1, 0),
                new PlaceMark(101, 1, 0))) {
            assertThat(room.code(ANN, wrong)).as(wrong.toString()).isEqualTo(RoomRejectionCode.MALFORMED);
        }
    }
}
