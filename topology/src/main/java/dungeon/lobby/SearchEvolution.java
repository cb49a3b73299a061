package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.schemas.MatchRoomAssigned;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.RoomExpected;
import dungeon.schemas.SearchEnded;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnMatch;
import dungeon.schemas.state.OwnRoom;
import dungeon.schemas.state.OwnSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What events say of a player's search, and of the room that it leads to, in the player's record. */
final class SearchEvolution {
    private SearchEvolution() {}

    static void started(StateChanges state, EventMetadata event, SearchStarted started) {
        String searchId = started.getSearch().getSearchId();
        state.change(PLAYERS, null, player -> player.setSearch(new OwnSearch(searchId, false)));
        state.setTimer(LobbyTimers.search(searchId), started.getGivenUpAt().toEpochMilli());
    }

    static void expected(StateChanges state, EventMetadata event, RoomExpected expected) {
        state.change(PLAYERS, null, player -> player.setSearch(new OwnSearch(expected.getSearchId(), true)));
        state.setTimer(
                LobbyTimers.search(expected.getSearchId()),
                expected.getGivenUpAt().toEpochMilli());
    }

    static void ended(StateChanges state, EventMetadata event, SearchEnded ended) {
        state.change(PLAYERS, null, player -> player.setSearch(null));
        state.cancelTimer(LobbyTimers.search(ended.getSearchId()));
    }

    static void requested(StateChanges state, EventMetadata event, MatchRoomRequested requested) {
        OwnMatch match = new OwnMatch(requested.getOpponent(), requested.getPlan(), requested.getAttempt());
        OwnRoom room = new OwnRoom(requested.getRoomId(), false, requested.getSearchId(), match);
        take(state, room, requested.getReplacedRoomId(), requested.getAgainAt());
    }

    static void assigned(StateChanges state, EventMetadata event, MatchRoomAssigned assigned) {
        OwnRoom room = new OwnRoom(assigned.getRoomId(), false, assigned.getSearchId(), null);
        take(state, room, assigned.getReplacedRoomId(), assigned.getGivenUpAt());
    }

    /** The search is over, and its room is there or on its way; the room itself may have been reported before. */
    private static void take(StateChanges state, OwnRoom room, String replacedRoomId, Instant waitsUntil) {
        LobbyPlayer before = state.get(PLAYERS);
        OwnRoom known = RoomEvolution.find(before, room.getRoomId());
        boolean isThere = known != null && known.getConfirmed();
        List<OwnRoom> rooms = new ArrayList<>(before.getRooms());
        rooms.removeIf(each ->
                each.getRoomId().equals(room.getRoomId()) || each.getRoomId().equals(replacedRoomId));
        rooms.add(isThere ? new OwnRoom(room.getRoomId(), true, room.getSearchId(), null) : room);
        int more = rooms.size() - before.getRooms().size();
        boolean isOfTheSearch =
                before.getSearch() != null && before.getSearch().getSearchId().equals(room.getSearchId());
        state.change(PLAYERS, null, player -> {
            player.setRooms(rooms);
            // A room that is asked for again is that of an earlier search.
            player.setSearch(isOfTheSearch ? null : before.getSearch());
        });
        state.cancelTimer(LobbyTimers.search(room.getSearchId()));
        if (replacedRoomId != null) {
            state.cancelTimer(LobbyTimers.room(replacedRoomId));
        }
        if (!isThere) {
            state.setTimer(LobbyTimers.room(room.getRoomId()), waitsUntil.toEpochMilli());
        }
        LobbyEvolution.count(state, totals -> totals.setRooms(totals.getRooms() + more));
    }
}
