package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.GuestKept;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.ReportRoom;
import dungeon.schemas.RequestRoom;
import dungeon.schemas.RoomConfirmed;
import dungeon.schemas.RoomGranted;
import dungeon.schemas.RoomReleaseReason;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.RoomReport;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnRoom;
import java.util.List;

/** Who may open a room, and for how long it counts. The room itself is opened elsewhere, and reported. */
final class RoomRules {
    private RoomRules() {}

    static void request(Decision<StateReader> decision, RequestRoom request) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        if (player.getRooms().size() >= LobbyLimits.ROOMS_PER_PLAYER) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "roomsPerPlayer",
                    LobbyLimits.ROOMS_PER_PLAYER,
                    "You have so many rooms open already; leave one of them",
                    LobbyLimits.ROOM_AGAIN);
        } else if (LobbyDecider.totals(decision).getRooms() >= LobbyLimits.ROOMS_PER_PARTITION) {
            LobbyDecider.refuseForLackOfRoom(
                    decision,
                    "rooms",
                    LobbyLimits.ROOMS_PER_PARTITION,
                    "So many rooms are open that there can be no other one now",
                    LobbyLimits.ROOM_AGAIN);
        } else {
            decision.emit(new RoomGranted(
                    Ids.timed(decision.timeMs(), "%s:%d".formatted(decision.aggregateId(), decision.nextSequence())),
                    player.getPlayerName(),
                    request.getPlan(),
                    decision.time().plus(LobbyLimits.ROOM_GIVEN_UP)));
        }
    }

    /** What has become of a room; said again, it changes nothing. */
    static void report(Decision<StateReader> decision, ReportRoom report) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        OwnRoom room = RoomEvolution.find(player, report.getRoomId());
        if (room != null && report.getReport() == RoomReport.CLOSED) {
            decision.emit(new RoomReleased(room.getRoomId(), RoomReleaseReason.CLOSED));
        } else if (report.getReport() == RoomReport.OPENED && (room == null || !room.getConfirmed())) {
            // One that was given up and is there after all counts again: the game was away for longer than the lobby
            // waits.
            boolean hasNotPlayed = player.getExpiresAtMs() != null;
            decision.emit(new RoomConfirmed(report.getRoomId(), decision.time().plus(LobbyLimits.ROOM_MAXIMUM)));
            if (hasNotPlayed) {
                decision.emit(new GuestKept());
            }
        } else {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.UNKNOWN_GAME,
                    "Nothing new is reported of the room %s".formatted(report.getRoomId()),
                    List.of());
        }
    }

    static void giveUp(Decision<StateReader> decision, String roomId) {
        decision.emit(new RoomReleased(roomId, RoomReleaseReason.GIVEN_UP));
    }
}
