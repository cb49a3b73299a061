package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.AssignOpponent;
import dungeon.schemas.AssignRoom;
import dungeon.schemas.Detail;
import dungeon.schemas.EndSearch;
import dungeon.schemas.ExpectRoom;
import dungeon.schemas.MatchRoomAssigned;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RoomExpected;
import dungeon.schemas.SearchEndReason;
import dungeon.schemas.SearchEnded;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnMatch;
import dungeon.schemas.state.OwnRoom;
import java.util.List;
import java.util.Optional;

/**
 * A player's own side of looking for an opponent: one search at a time, which ends with a room or with nothing. Who waits and who is
 * matched with whom is decided in the pool, which alone knows that, and lets nobody leave who is matched.
 */
final class SearchRules {
    private SearchRules() {}

    static void search(Decision<StateReader> decision, SearchOpponent wanted) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        if (player.getSearch() != null) {
            String searchId = player.getSearch().getSearchId();
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.ALREADY_SEARCHING,
                    "The search %s is not over yet".formatted(searchId),
                    List.of(new Detail("searchId", searchId)));
        } else if (RoomRules.hasPlaceForAnother(decision, player)) {
            OpponentSearch search = new OpponentSearch(
                    newId(decision),
                    player.getPlayerId(),
                    player.getPlayerName(),
                    decision.aggregateId(),
                    wanted.getPace(),
                    wanted.getBot(),
                    wanted.getBot() == null ? 0L : wanted.getBotAfterMs());
            decision.emit(new SearchStarted(search, decision.time().plus(LobbyLimits.SEARCH_GIVEN_UP)));
        }
    }

    /** The one who has waited longer asks for the room. */
    static void assignOpponent(Decision<StateReader> decision, AssignOpponent assign) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        if (isSearching(player, assign.getSearchId())) {
            emitRequest(
                    decision,
                    assign.getSearchId(),
                    newId(decision),
                    null,
                    new OwnMatch(assign.getOpponent(), assign.getPlan(), 0));
        } else {
            refuseNews(decision, assign.getSearchId());
        }
    }

    /** The other waits for the room, whatever is still told of the pool: a relay may say again what it has said before. */
    static void expectRoom(Decision<StateReader> decision, ExpectRoom expect) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        if (isSearching(player, expect.getSearchId()) && !player.getSearch().getMatched()) {
            decision.emit(
                    player.getPlayerId(),
                    new RoomExpected(expect.getSearchId(), decision.time().plus(LobbyLimits.ASSIGNED_ROOM_GIVEN_UP)));
        } else {
            refuseNews(decision, expect.getSearchId());
        }
    }

    /** The other is told of the room, and told again if it becomes another one. */
    static void assignRoom(Decision<StateReader> decision, AssignRoom assign) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        Optional<OwnRoom> earlier = player.getRooms().stream()
                .filter(room -> assign.getSearchId().equals(room.getSearchId()))
                .findFirst();
        boolean isReplaced = earlier.isPresent()
                && !earlier.get().getConfirmed()
                && Ids.timeMsOf(assign.getRoomId()) > Ids.timeMsOf(earlier.get().getRoomId());
        if (isSearching(player, assign.getSearchId()) || isReplaced) {
            decision.emit(
                    player.getPlayerId(),
                    new MatchRoomAssigned(
                            assign.getSearchId(),
                            assign.getRoomId(),
                            earlier.map(OwnRoom::getRoomId).orElse(null),
                            decision.time().plus(LobbyLimits.ASSIGNED_ROOM_GIVEN_UP)));
        } else {
            refuseNews(decision, assign.getSearchId());
        }
    }

    static void end(Decision<StateReader> decision, EndSearch end) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        if (isSearching(player, end.getSearchId()) && !player.getSearch().getMatched()) {
            decision.emit(player.getPlayerId(), new SearchEnded(end.getSearchId(), end.getReason()));
        } else {
            refuseNews(decision, end.getSearchId());
        }
    }

    static void giveUp(Decision<StateReader> decision, String searchId) {
        decision.emit(decision.state().get(PLAYERS).getPlayerId(), new SearchEnded(searchId, SearchEndReason.GIVEN_UP));
    }

    /** Asks for a room of which nothing was heard once more; whoever has it already is not disturbed by that. */
    static void requestAgain(Decision<StateReader> decision, OwnRoom room) {
        emitRequest(decision, room.getSearchId(), room.getRoomId(), null, room.getMatch());
    }

    /** Asks for a room under another id, after one that came too late to be opened. */
    static void requestAnother(Decision<StateReader> decision, OwnRoom refused) {
        emitRequest(decision, refused.getSearchId(), newId(decision), refused.getRoomId(), refused.getMatch());
    }

    private static void emitRequest(
            Decision<StateReader> decision, String searchId, String roomId, String replacedRoomId, OwnMatch match) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        decision.emit(
                player.getPlayerId(),
                new MatchRoomRequested(
                        searchId,
                        roomId,
                        replacedRoomId,
                        player.getPlayerName(),
                        match.getOpponent(),
                        match.getPlan(),
                        match.getAttempts() + 1,
                        decision.time().plus(LobbyLimits.ROOM_GIVEN_UP)));
    }

    private static String newId(Decision<StateReader> decision) {
        return Ids.timed(decision.timeMs(), "%s:%d".formatted(decision.aggregateId(), decision.nextSequence()));
    }

    private static boolean isSearching(LobbyPlayer player, String searchId) {
        return player.getSearch() != null && player.getSearch().getSearchId().equals(searchId);
    }

    private static void refuseNews(Decision<StateReader> decision, String searchId) {
        LobbyDecider.refuse(
                decision,
                RejectionCode.NOT_SEARCHING,
                "Nothing new is told of the search %s".formatted(searchId),
                List.of());
    }
}
