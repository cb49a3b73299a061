package dungeon.tictactoe;

import static dungeon.tictactoe.TestRoom.ANN;
import static dungeon.tictactoe.TestRoom.BOB;
import static dungeon.tictactoe.TestRoom.MOVE_MS;
import static dungeon.tictactoe.TestRoom.ROUND_MS;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.schemas.Mark;
import dungeon.schemas.tictactoe.ClaimWin;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.PlayerGone;
import dungeon.schemas.tictactoe.PlayerReturned;
import dungeon.schemas.tictactoe.RematchOffered;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoundEndReason;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of players who do not move, and of those who are gone. */
class ClocksTest {
    private static final Principal QUERIES = Principal.service("queries");

    @Test
    void whoeverDoesNotMoveInTimeLosesAlsoWhenNobodyIsConnected() {
        TestRoom room = TestRoom.playing();

        assertThat(room.pass(MOVE_MS - 1)).isEmpty();
        assertThat(room.pass(1))
                .containsExactly(new RoundEnded(
                        1,
                        RoundResult.O_WON,
                        RoundEndReason.TIME_OUT,
                        BOB.getPlayerId(),
                        List.of(),
                        List.of(0, 1),
                        room.at(120_000)));
        assertThat(room.log().get(room.log().size() - 1).getPlayerId()).isEqualTo(ANN.getPlayerId());
    }

    @Test
    void aMoveAtTheLastMomentCountsAndOneAfterItDoesNot() {
        TestRoom inTime = TestRoom.playing();
        inTime.nowMs += MOVE_MS - 1;
        assertThat(inTime.send(ANN, new PlaceMark(1, 1, 4)))
                .containsExactly(new MarkPlaced(1, 1, Mark.X, 4, ROUND_MS - MOVE_MS + 1, inTime.at(MOVE_MS)));

        TestRoom tooLate = TestRoom.playing();
        tooLate.nowMs += MOVE_MS;
        assertThat(tooLate.send(ANN, new PlaceMark(1, 1, 4)))
                .extracting(Object::getClass)
                .containsExactly(RoundEnded.class, CommandRejected.class);
    }

    @Test
    void theTimeOfARoundIsUsedUpMoveByMove() {
        TestRoom room = TestRoom.playing();
        for (int move = 1; move <= 6; move++) {
            room.nowMs += move % 2 == 1 ? 19_000 : 1000;
            room.send(move % 2 == 1 ? ANN : BOB, new PlaceMark(1, move, new int[] {0, 1, 2, 4, 7, 8}[move - 1]));
        }
        // Of a minute 57 seconds are used, so no more than three are left for what would have twenty.
        assertThat(room.state().getSeats().get(0).getRemainingMs()).isEqualTo(3000);
        assertThat(room.pass(2999)).isEmpty();
        assertThat(room.pass(1).get(0))
                .isInstanceOfSatisfying(
                        RoundEnded.class, ended -> assertThat(ended.getReason()).isEqualTo(RoundEndReason.TIME_OUT));
    }

    @Test
    void theWinIsOfferedAgainstWhoeverIsGoneForLong() {
        TestRoom room = TestRoom.playing();

        assertThat(room.send(QUERIES, new ReportPresence(ANN.getPlayerId(), false)))
                .containsExactly(new PlayerGone(room.at(30_000)));
        room.nowMs += 10_000;
        assertThat(room.code(BOB, new ClaimWin(1))).isEqualTo(RoomRejectionCode.NOTHING_TO_CLAIM);
        room.send(ANN, new PlaceMark(1, 1, 0));
        room.send(QUERIES, new ReportPresence(ANN.getPlayerId(), false));
        room.nowMs += 10_000;
        room.send(BOB, new PlaceMark(1, 2, 1));
        room.nowMs += 19_999;
        assertThat(room.code(BOB, new ClaimWin(1))).isEqualTo(RoomRejectionCode.NOTHING_TO_CLAIM);
    }

    @Test
    void theWinIsTakenWhenTheTimeHasCome() {
        TestRoom room = TestRoom.playing();
        room.send(ANN, new PlaceMark(1, 1, 0));
        room.send(QUERIES, new ReportPresence(ANN.getPlayerId(), false));
        room.nowMs += 15_000;
        room.send(BOB, new PlaceMark(1, 2, 1));
        room.nowMs += 15_000;

        assertThat(room.send(BOB, new ClaimWin(1)).get(0)).isInstanceOfSatisfying(RoundEnded.class, ended -> {
            assertThat(ended.getReason()).isEqualTo(RoundEndReason.ABANDONED);
            assertThat(ended.getWinnerId()).isEqualTo(BOB.getPlayerId());
        });
    }

    @Test
    void whoeverComesBackHasLostNothing() {
        TestRoom room = TestRoom.playing();
        room.send(QUERIES, new ReportPresence(BOB.getPlayerId(), false));

        assertThat(room.send(QUERIES, new ReportPresence(BOB.getPlayerId(), true)))
                .containsExactly(new PlayerReturned());
        assertThat(room.code(ANN, new ClaimWin(1))).isEqualTo(RoomRejectionCode.NOTHING_TO_CLAIM);
    }

    @Test
    void whoeverMovesIsThere() {
        TestRoom room = TestRoom.playing();
        room.send(QUERIES, new ReportPresence(ANN.getPlayerId(), false));

        assertThat(room.send(ANN, new PlaceMark(1, 1, 4)))
                .extracting(Object::getClass)
                .containsExactly(PlayerReturned.class, MarkPlaced.class);
        assertThat(room.state().getSeats().get(0).getClaimableAtMs()).isNull();
    }

    @Test
    void presenceIsToldOnceAndByTheServiceAlone() {
        TestRoom room = TestRoom.playing();
        ReportPresence gone = new ReportPresence(ANN.getPlayerId(), false);

        assertThat(room.code(QUERIES, new ReportPresence(ANN.getPlayerId(), true)))
                .isEqualTo(RoomRejectionCode.STALE);
        assertThat(room.code(BOB, gone)).isEqualTo(RoomRejectionCode.UNAUTHENTICATED);
        assertThat(room.code(Principal.administrator(), gone)).isEqualTo(RoomRejectionCode.UNAUTHENTICATED);
        room.send(QUERIES, gone);
        assertThat(room.code(QUERIES, gone)).isEqualTo(RoomRejectionCode.STALE);
        assertThat(room.code(QUERIES, new ReportPresence(TestRoom.EVE.getPlayerId(), false)))
                .isEqualTo(RoomRejectionCode.NOT_SEATED);
    }

    @Test
    void departuresAreBounded() {
        TestRoom room = TestRoom.waiting();
        for (int i = 0; i < 100; i++) {
            room.send(QUERIES, new ReportPresence(ANN.getPlayerId(), false));
            room.send(QUERIES, new ReportPresence(ANN.getPlayerId(), true));
        }
        assertThat(room.code(QUERIES, new ReportPresence(ANN.getPlayerId(), false)))
                .isEqualTo(RoomRejectionCode.LIMIT_REACHED);
    }

    @Test
    void whoeverWasGoneBeforeTheRoundHasItsFirstMomentsToCome() {
        TestRoom room = TestRoom.waiting();
        room.send(QUERIES, new ReportPresence(ANN.getPlayerId(), false));
        room.nowMs += 60_000;
        room.send(BOB, new JoinRoom("Bob", null));

        assertThat(room.code(BOB, new ClaimWin(1))).isEqualTo(RoomRejectionCode.NOTHING_TO_CLAIM);
        room.nowMs += 15_000;
        assertThat(room.code(BOB, new ClaimWin(1))).isEqualTo(RoomRejectionCode.NOTHING_TO_CLAIM);
    }

    @Test
    void whoeverWantsARematchIsThere() {
        TestRoom room = TestRoom.playing().moves(1, ANN, 0, 3, 1, 4, 2);
        room.send(QUERIES, new ReportPresence(BOB.getPlayerId(), false));

        assertThat(room.send(BOB, new OfferRematch(1))).containsExactly(new PlayerReturned(), new RematchOffered(1));
    }
}
