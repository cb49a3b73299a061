package dungeon.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.GameScenario;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.GuestKept;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.ReportRoom;
import dungeon.schemas.RequestRoom;
import dungeon.schemas.RoomConfirmed;
import dungeon.schemas.RoomGranted;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.RoomReleaseReason;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.RoomReport;
import dungeon.schemas.state.LobbyTotals;
import dungeon.schemas.state.OwnRoom;
import dungeon.schemas.topics.LobbySubjects;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which rooms a player may open, and how long they count. */
class RoomRulesTest {
    private static final Principal ANN = Principal.player(Ids.nameBased("player:ann"), "Ann");
    private static final Principal TICTACTOE = Principal.service("tictactoe");
    private static final RoomPlan PLAN = new RoomPlan(Opponent.PERSON, null, Mark.X, 30_000L, 120_000L);
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    private final LobbyScenario ann = new LobbyScenario("player:ann");

    RoomRulesTest() {
        ann.register(Principal.registrar(ANN.playerId(), "Ann"), "Ann");
    }

    @Test
    void aRoomIsGrantedUnderAnIdWithItsTime() {
        assertThat(payload(ann.at(7).send(ANN, new RequestRoom(PLAN))))
                .isEqualTo(new RoomGranted(
                        Ids.timed(GameScenario.START_MS + 7, "player:ann:2"),
                        "Ann",
                        PLAN,
                        GameScenario.time(7 + MINUTE_MS)));
    }

    @Test
    void theSixthRoomIsRefusedUntilOneIsClosed() {
        String first = open();
        for (int i = 1; i < 5; i++) {
            open();
        }

        CommandRejected refused = (CommandRejected) payload(ann.send(ANN, new RequestRoom(PLAN)));
        assertThat(refused.getCode()).isEqualTo(RejectionCode.LIMIT_REACHED);
        assertThat(refused.getDetails())
                .containsExactly(
                        new Detail("limit", "roomsPerPlayer"),
                        new Detail("maximum", "5"),
                        new Detail("retryAfterMs", "600000"));
        assertThat(payload(ann.send(TICTACTOE, new ReportRoom(first, RoomReport.CLOSED))))
                .isEqualTo(new RoomReleased(first, RoomReleaseReason.CLOSED, null));
        assertThat(open()).isNotEqualTo(first);
        // A relay can say it again.
        assertThat(code(ann.send(TICTACTOE, new ReportRoom(first, RoomReport.CLOSED))))
                .isEqualTo(RejectionCode.UNKNOWN_GAME);
    }

    @Test
    void aRoomOfWhichNothingIsHeardIsGivenUp() {
        String room = open();

        assertThat(payloads(ann.at(MINUTE_MS - 1).tick())).isEmpty();
        assertThat(payloads(ann.at(MINUTE_MS).tick()))
                .containsExactly(new RoomReleased(room, RoomReleaseReason.GIVEN_UP, null));
        assertThat(ann.player().getRooms()).isEmpty();
        assertThat(ann.totals().getRooms()).isZero();
    }

    @Test
    void aRoomThatWasGivenUpAndIsThereAfterAllCountsAgain() {
        String room = open();
        ann.at(MINUTE_MS).tick();

        assertThat(payload(ann.send(TICTACTOE, new ReportRoom(room, RoomReport.OPENED))))
                .isInstanceOf(RoomConfirmed.class);
        assertThat(ann.player().getRooms()).containsExactly(new OwnRoom(room, true, null, null));
        assertThat(ann.totals().getRooms()).isEqualTo(1);
        assertThat(code(ann.send(TICTACTOE, new ReportRoom(room, RoomReport.OPENED))))
                .isEqualTo(RejectionCode.UNKNOWN_GAME);
    }

    @Test
    void aReportThatIsRepeatedAfterAnOutageDoesNotBringAClosedRoomBack() {
        String room = open();
        ann.send(TICTACTOE, new ReportRoom(room, RoomReport.OPENED));
        ann.at(3 * MINUTE_MS).send(TICTACTOE, new ReportRoom(room, RoomReport.CLOSED));

        // Sent again with the same id, it is not known any more, while that of the closing is.
        assertThat(code(ann.at(5 * MINUTE_MS + 1).send(TICTACTOE, new ReportRoom(room, RoomReport.OPENED))))
                .isEqualTo(RejectionCode.UNKNOWN_GAME);
        assertThat(ann.player().getRooms()).isEmpty();
    }

    @Test
    void aRoomThatIsThereCountsUntilItIsOver() {
        String room = open();

        assertThat(payload(ann.send(TICTACTOE, new ReportRoom(room, RoomReport.OPENED))))
                .isEqualTo(new RoomConfirmed(
                        room, GameScenario.time(Duration.ofDays(9).toMillis())));
        assertThat(ann.player().getRooms()).containsExactly(new OwnRoom(room, true, null, null));
        assertThat(payloads(ann.at(Duration.ofDays(9).toMillis()).tick()))
                .containsExactly(new RoomReleased(room, RoomReleaseReason.GIVEN_UP, null));
    }

    @Test
    void aPartitionHasFiveThousandRooms() {
        ann.count(new LobbyTotals(0L, 0L, 0L, 0L, 5_000L, 0L));

        assertThat(code(ann.send(ANN, new RequestRoom(PLAN)))).isEqualTo(RejectionCode.LIMIT_REACHED);
    }

    @Test
    void whatIsReportedComesFromTheGameAlone() {
        String room = open();

        for (Principal sender : List.of(ANN, Principal.administrator(), Principal.service("robots"))) {
            assertThat(code(ann.send(sender, new ReportRoom(room, RoomReport.CLOSED))))
                    .isEqualTo(RejectionCode.UNAUTHENTICATED);
        }
        assertThat(code(ann.send(TICTACTOE, new RequestRoom(PLAN)))).isEqualTo(RejectionCode.UNAUTHENTICATED);
    }

    @Test
    void aPlanThatNoRoomCanHaveIsRefused() {
        RoomPlan tooShort = RoomPlan.newBuilder(PLAN).setMoveMs(999).build();

        CommandRejected refused = (CommandRejected) payload(ann.send(ANN, new RequestRoom(tooShort)));
        assertThat(refused.getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(refused.getDetails()).containsExactly(new Detail("plan.moveMs", "must be 1000 to 600000"));
    }

    @Test
    void aGuestWhoseRoomIsThereIsKept() {
        String name = LobbySubjects.guestName("Mokuri", LobbyScenario.START_MS);
        String subject = LobbySubjects.ofPlayer(name);
        Principal guest = Principal.player(Ids.nameBased(subject), name);
        LobbyScenario scenario = new LobbyScenario(subject);
        scenario.register(Principal.registrar(guest.playerId(), name), name);
        String room = ((RoomGranted) payload(scenario.send(guest, new RequestRoom(PLAN)))).getRoomId();

        scenario.send(TICTACTOE, new ReportRoom(room, RoomReport.OPENED));

        assertThat(payloads(scenario.events())).last().isEqualTo(new GuestKept());
        assertThat(scenario.player().getExpiresAtMs()).isNull();
    }

    private String open() {
        return ((RoomGranted) payload(ann.send(ANN, new RequestRoom(PLAN)))).getRoomId();
    }

    private static Object payload(Optional<LobbyEvent> event) {
        return event.orElseThrow().getPayload();
    }

    private static RejectionCode code(Optional<LobbyEvent> event) {
        return ((CommandRejected) payload(event)).getCode();
    }

    private static List<Object> payloads(List<LobbyEvent> events) {
        return events.stream().map(LobbyEvent::getPayload).toList();
    }
}
