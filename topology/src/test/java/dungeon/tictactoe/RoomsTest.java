package dungeon.tictactoe;

import static dungeon.tictactoe.TestRoom.ANN;
import static dungeon.tictactoe.TestRoom.BOB;
import static dungeon.tictactoe.TestRoom.EVE;
import static dungeon.tictactoe.TestRoom.MOVE_MS;
import static dungeon.tictactoe.TestRoom.ROUND_MS;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Detail;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.PlayerSeated;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomClosingReason;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoundStarted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rooms are opened, entered and closed. */
class RoomsTest {
    private static final Principal ADMINISTRATOR = Principal.administrator();
    private static final Principal LOBBY = Principal.service("lobby");

    @Test
    void aRoomWaitsForItsSecondPlayer() {
        TestRoom room = new TestRoom();

        assertThat(room.send(LOBBY, TestRoom.creation()))
                .containsExactly(new RoomCreated(ANN, TestRoom.plan(), room.at(600_000), null, null));
        assertThat(room.code(ANN, new PlaceMark(1, 1, 0))).isEqualTo(RoomRejectionCode.NOT_STARTED);
        assertThat(room.code(ADMINISTRATOR, TestRoom.creation())).isEqualTo(RoomRejectionCode.ROOM_EXISTS);
    }

    @Test
    void whoeverChoosesTheSecondMarkMovesSecond() {
        TestRoom room = new TestRoom();
        CreateRoom create = TestRoom.creation();
        create.getPlan().setMark(Mark.O);
        room.send(LOBBY, create);

        assertThat(room.send(BOB, new JoinRoom("Bob", null)).get(1))
                .isEqualTo(new RoundStarted(1, BOB.getPlayerId(), ANN.getPlayerId(), ROUND_MS, room.at(MOVE_MS)));
    }

    @Test
    void twoWhoWereMatchedBeginAtOnce() {
        TestRoom room = new TestRoom();
        CreateRoom create = TestRoom.creation();
        create.setPlayers(List.of(ANN, BOB));

        assertThat(room.send(LOBBY, create))
                .hasSize(3)
                .element(2)
                .isEqualTo(new RoundStarted(1, ANN.getPlayerId(), BOB.getPlayerId(), ROUND_MS, room.at(MOVE_MS)));
        assertThat(room.code(EVE, new JoinRoom("Eve", null))).isEqualTo(RoomRejectionCode.ROOM_FULL);
    }

    @Test
    void ofFiftyWhoJoinAtOnceOneGetsTheSeat() {
        TestRoom room = TestRoom.waiting();
        int seated = 0;
        for (int i = 0; i < 50; i++) {
            RoomPlayer player = new RoomPlayer(Ids.numbered("player", i), "Player" + i);
            List<SpecificRecord> outcome = room.send(player, new JoinRoom(player.getPlayerName(), null));
            if (outcome.get(0) instanceof PlayerSeated) {
                seated++;
            } else {
                assertThat(((CommandRejected) outcome.get(0)).getCode()).isEqualTo(RoomRejectionCode.ROOM_FULL);
            }
        }
        assertThat(seated).isEqualTo(1);
    }

    @Test
    void nobodyPlaysAgainstThemselves() {
        assertThat(TestRoom.waiting().code(ANN, new JoinRoom("Ann", null))).isEqualTo(RoomRejectionCode.ALREADY_SEATED);
        CreateRoom twice = TestRoom.creation();
        twice.setPlayers(List.of(ANN, ANN));
        assertThat(new TestRoom().code(LOBBY, twice)).isEqualTo(RoomRejectionCode.MALFORMED);
    }

    @Test
    void nobodySitsDownUnderAnothersName() {
        assertThat(TestRoom.waiting().code(BOB, new JoinRoom("Eve", null))).isEqualTo(RoomRejectionCode.NOT_YOU);
    }

    @Test
    void onlyTheInvitedGetIntoARoomThatIsNotOpen() throws GeneralSecurityException {
        TestRoom room = new TestRoom();
        CreateRoom create = TestRoom.creation();
        create.getPlan()
                .setInvitationHash(ByteBuffer.wrap(
                        MessageDigest.getInstance("SHA-256").digest("open sesame".getBytes(StandardCharsets.UTF_8))));
        room.send(LOBBY, create);

        assertThat(room.code(BOB, new JoinRoom("Bob", null))).isEqualTo(RoomRejectionCode.NOT_INVITED);
        assertThat(room.code(BOB, new JoinRoom("Bob", "open wheat"))).isEqualTo(RoomRejectionCode.NOT_INVITED);
        assertThat(room.code(BOB, new JoinRoom("Bob", "x".repeat(201)))).isEqualTo(RoomRejectionCode.MALFORMED);
        assertThat(room.send(BOB, new JoinRoom("Bob", "open sesame"))).hasSize(2);
    }

    @Test
    void aRoomThatNobodyJoinsIsClosed() {
        TestRoom room = TestRoom.waiting();

        assertThat(room.pass(599_999)).isEmpty();
        assertThat(room.pass(1)).containsExactly(new RoomClosed(RoomClosingReason.NOBODY_JOINED, null, null));
        assertThat(room.code(BOB, new JoinRoom("Bob", null))).isEqualTo(RoomRejectionCode.UNKNOWN_ROOM);
        assertThat(room.code(LOBBY, TestRoom.creation())).isEqualTo(RoomRejectionCode.ROOM_EXISTS);
    }

    @Test
    void whoeverWaitsCanLeave() {
        assertThat(TestRoom.waiting().send(ANN, new LeaveRoom()))
                .containsExactly(new RoomClosed(RoomClosingReason.LEFT, null, null));
    }

    @Test
    void aRoomIsClosedUnlessBothGoOnInTime() {
        TestRoom room = TestRoom.playing().moves(1, ANN, 0, 3, 1, 4, 2);

        assertThat(room.pass(119_999)).isEmpty();
        assertThat(room.pass(1)).containsExactly(new RoomClosed(RoomClosingReason.NO_REMATCH, null, null));
        room.pass(1000);
        assertThat(room.state()).isNull();
        assertThat(room.aggregate().state().timers().all()).isEmpty();
    }

    @Test
    void whoeverAskedForARoomIsNamedWhenItIsClosed() {
        TestRoom room = new TestRoom();
        CreateRoom create = TestRoom.creation();
        create.setRequestedBy("player:ann");
        create.setRequestedWith("player:bob");
        room.send(LOBBY, create);

        assertThat(room.send(ANN, new LeaveRoom()))
                .containsExactly(new RoomClosed(RoomClosingReason.LEFT, "player:ann", "player:bob"));
    }

    @Test
    void aClosedRoomIsForgottenAMinuteAfterNobodyCanOpenItAnyMore() {
        TestRoom room = new TestRoom();
        CreateRoom create = TestRoom.creation();
        room.send(LOBBY, create);
        room.send(ANN, new LeaveRoom());

        room.pass(89_999);
        assertThat(room.code(LOBBY, create)).isEqualTo(RoomRejectionCode.ROOM_EXISTS);
        room.pass(1);
        room.pass(1000);
        assertThat(room.aggregate().state().isTaken()).isFalse();
        assertThat(room.aggregate().state().timers().all()).isEmpty();
        assertThat(room.code(LOBBY, create)).isEqualTo(RoomRejectionCode.NOT_TIMELY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_001, 30_000})
    void anIdThatIsTooOldOrOfTheFutureIsRefused(long ms) {
        TestRoom room = new TestRoom();
        room.nowMs += ms;

        assertThat(room.code(ADMINISTRATOR, TestRoom.creation())).isEqualTo(RoomRejectionCode.NOT_TIMELY);
        assertThat(room.log().get(0).getSequence()).isZero();
    }

    @Test
    void aRoomThatIsNotOpenedInTimeIsReportedToWhoeverAsked() {
        TestRoom room = new TestRoom();
        CreateRoom create = TestRoom.creation();
        create.setRequestedBy("player:ann");
        room.nowMs += 30_000;

        assertThat(((CommandRejected) room.send(LOBBY, create).get(0)).getDetails())
                .containsExactly(new Detail("requestedBy", "player:ann"));
    }

    @Test
    void playersAskTheLobbyForARoom() {
        assertThat(new TestRoom().code(ANN, TestRoom.creation())).isEqualTo(RoomRejectionCode.UNAUTHENTICATED);
        assertThat(new TestRoom().code(Principal.service("robots"), TestRoom.creation()))
                .isEqualTo(RoomRejectionCode.UNAUTHENTICATED);
    }

    @Test
    void whatCannotBeARoomIsRefused() {
        for (Consumer<CreateRoom> spoil : List.<Consumer<CreateRoom>>of(
                room -> room.setPlayers(List.of()),
                room -> room.setPlayers(List.of(ANN, BOB, EVE)),
                room -> room.setPlayers(List.of(new RoomPlayer("ann", "Ann"))),
                room -> room.setPlayers(List.of(new RoomPlayer(ANN.getPlayerId(), "A"))),
                room -> room.getPlan().setOpponent(Opponent.UNKNOWN),
                room -> room.getPlan().setMark(Mark.UNKNOWN),
                room -> room.getPlan().setInvitationHash(ByteBuffer.allocate(31)),
                room -> room.getPlan().setMoveMs(999),
                room -> room.getPlan().setMoveMs(600_001),
                room -> room.getPlan().setRoundMs(4999),
                room -> room.getPlan().setRoundMs(3_600_001),
                room -> room.setRequestedBy("player:" + "x".repeat(39)),
                room -> room.setRequestedBy("map-type:1"),
                room -> room.setRequestedWith("pool:tictactoe"))) {
            CreateRoom create = TestRoom.creation();
            spoil.accept(create);
            assertThat(new TestRoom().code(LOBBY, create)).as(create.toString()).isEqualTo(RoomRejectionCode.MALFORMED);
        }
    }
}
