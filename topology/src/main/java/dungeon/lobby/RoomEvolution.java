package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.schemas.RoomConfirmed;
import dungeon.schemas.RoomGranted;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnRoom;
import java.util.ArrayList;
import java.util.List;

/** What events say of rooms, in the record of the player who has opened them. */
final class RoomEvolution {
    private RoomEvolution() {}

    static void granted(StateChanges state, EventMetadata event, RoomGranted granted) {
        state.change(PLAYERS, null, player -> {
            List<OwnRoom> rooms = new ArrayList<>(player.getRooms());
            rooms.add(new OwnRoom(granted.getRoomId(), false, null, null));
            player.setRooms(rooms);
        });
        state.setTimer(
                LobbyTimers.room(granted.getRoomId()), granted.getGivenUpAt().toEpochMilli());
        LobbyEvolution.count(state, totals -> totals.setRooms(totals.getRooms() + 1));
    }

    static void confirmed(StateChanges state, EventMetadata event, RoomConfirmed confirmed) {
        OwnRoom before = find(state.get(PLAYERS), confirmed.getRoomId());
        boolean isBack = before == null;
        OwnRoom room = new OwnRoom(confirmed.getRoomId(), true, isBack ? null : before.getSearchId(), null);
        state.change(PLAYERS, null, player -> {
            List<OwnRoom> rooms = new ArrayList<>(player.getRooms());
            rooms.replaceAll(each -> each.getRoomId().equals(room.getRoomId()) ? room : each);
            if (isBack) {
                rooms.add(room);
            }
            player.setRooms(rooms);
        });
        state.setTimer(
                LobbyTimers.room(confirmed.getRoomId()), confirmed.getOverAt().toEpochMilli());
        if (isBack) {
            LobbyEvolution.count(state, totals -> totals.setRooms(totals.getRooms() + 1));
        }
    }

    static void released(StateChanges state, EventMetadata event, RoomReleased released) {
        state.change(
                PLAYERS,
                null,
                player -> player.setRooms(player.getRooms().stream()
                        .filter(room -> !room.getRoomId().equals(released.getRoomId()))
                        .toList()));
        state.cancelTimer(LobbyTimers.room(released.getRoomId()));
        LobbyEvolution.count(state, totals -> totals.setRooms(totals.getRooms() - 1));
    }

    /** A player's room; null if it is not known, or no longer. */
    static OwnRoom find(LobbyPlayer player, String roomId) {
        return player.getRooms().stream()
                .filter(room -> room.getRoomId().equals(roomId))
                .findFirst()
                .orElse(null);
    }
}
