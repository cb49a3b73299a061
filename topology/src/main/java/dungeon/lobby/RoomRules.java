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
import java.time.Duration;
import java.util.List;

/** Who may open a room, and for how long it counts. The room itself is opened elsewhere, and reported. */
final class RoomRules {
    private RoomRules() {}

    static void request(Decision<StateReader> decision, RequestRoom request) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        if (hasPlaceForAnother(decision, player)) {
            decision.emit(new RoomGranted(
                    Ids.timed(decision.timeMs(), "%s:%d".formatted(decision.aggregateId(), decision.nextSequence())),
                    player.getPlayerName(),
                    request.getPlan(),
                    decision.time().plus(LobbyLimits.ROOM_GIVEN_UP)));
        }
    }

    /** Whether a player may have one more room, now or after a search; refuses it otherwise. */
    static boolean hasPlaceForAnother(Decision<StateReader> decision, LobbyPlayer player) {
        // A search leads to a room.
        int held = player.getRooms().size() + (player.getSearch() == null ? 0 : 1);
        if (held >= LobbyLimits.ROOMS_PER_PLAYER) {
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
            return true;
        }
        return false;
    }

    /** What has become of a room; said again, it changes nothing. */
    static void report(Decision<StateReader> decision, ReportRoom report) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        OwnRoom room = RoomEvolution.find(player, report.getRoomId());
        if (room != null && report.getReport() == RoomReport.CLOSED) {
            release(decision, room, RoomReleaseReason.CLOSED);
        } else if (room != null && !room.getConfirmed() && report.getReport() == RoomReport.REFUSED) {
            refused(decision, room);
        } else if (report.getReport() == RoomReport.OPENED
                && (room == null ? isFresh(decision, report) : !room.getConfirmed())) {
            boolean hasNotPlayed = player.getExpiresAtMs() != null;
            Duration most = isFresh(decision, report) ? LobbyLimits.ROOM_MAXIMUM : LobbyLimits.LATE_ROOM_MAXIMUM;
            decision.emit(new RoomConfirmed(report.getRoomId(), decision.time().plus(most)));
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

    /**
     * Whether a room is reported for the first time: after an outage a relay says again what it has said before, and an older room may be
     * closed. A fresh one that was given up counts again: the game was away for longer than the lobby waits.
     */
    private static boolean isFresh(Decision<StateReader> decision, ReportRoom report) {
        return Ids.timeMsOf(report.getRoomId()) >= decision.timeMs() - LobbyLimits.ROOM_FRESH.toMillis();
    }

    /** It was asked for too late: two who were matched get another one, and whoever asked for themselves asks again. */
    private static void refused(Decision<StateReader> decision, OwnRoom room) {
        if (isWorthAsking(room)) {
            SearchRules.requestAnother(decision, room);
        } else {
            release(decision, room, RoomReleaseReason.REFUSED);
        }
    }

    /** Nothing was heard of a room in time. */
    static void overdue(Decision<StateReader> decision, String roomId) {
        OwnRoom room = RoomEvolution.find(decision.state().get(PLAYERS), roomId);
        if (!room.getConfirmed() && isWorthAsking(room)) {
            SearchRules.requestAgain(decision, room);
        } else {
            release(decision, room, RoomReleaseReason.GIVEN_UP);
        }
    }

    static void release(Decision<StateReader> decision, OwnRoom room, RoomReleaseReason reason) {
        decision.emit(
                decision.state().get(PLAYERS).getPlayerId(),
                new RoomReleased(room.getRoomId(), reason, room.getSearchId()));
    }

    private static boolean isWorthAsking(OwnRoom room) {
        return room.getMatch() != null && room.getMatch().getAttempts() < LobbyLimits.MATCH_ATTEMPTS_MAXIMUM;
    }
}
