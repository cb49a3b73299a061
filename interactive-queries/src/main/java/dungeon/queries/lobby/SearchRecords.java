package dungeon.queries.lobby;

import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MatchRoomAssigned;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.PoolEntered;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.SearchEnded;
import dungeon.schemas.SearchRenewed;
import dungeon.schemas.SearchStarted;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Searches for opponents, from the events of players and of the pool. Between the two there is no order, so a search begins and ends with
 * its player's events, and the pool's say more about one that is here. It is forgotten when it has come to nothing, and when its room no
 * longer counts.
 */
final class SearchRecords {
    private static final String PREFIX = "search ";
    private static final JsonRecord<SearchSummary> JSON = new JsonRecord<>(SearchSummary.class);

    private final LobbyStore store;

    SearchRecords(LobbyStore store) {
        this.store = store;
    }

    Optional<SearchSummary> find(String searchId) {
        return Optional.ofNullable(store.get(PREFIX + searchId)).map(JSON::read);
    }

    /** What an event changes; nothing if it is about something else. */
    void fold(LobbyEvent event, Map<String, Optional<byte[]>> changes) {
        Object payload = event.getPayload();
        if (payload instanceof SearchStarted started) {
            put(changes, begun(started.getSearch()));
        } else if (payload instanceof PoolEntered entered) {
            change(
                    changes,
                    entered.getSearch().getSearchId(),
                    search -> search.endingAt(entered.getEndsAt().toEpochMilli()));
        } else if (payload instanceof SearchRenewed renewed) {
            change(
                    changes,
                    renewed.getSearchId(),
                    search -> search.endingAt(renewed.getEndsAt().toEpochMilli()));
        } else if (payload instanceof OpponentsMatched matched) {
            change(changes, matched.getHost().getSearchId(), SearchSummary::matched);
            if (matched.getGuest() != null) {
                change(changes, matched.getGuest().getSearchId(), SearchSummary::matched);
            }
        } else if (payload instanceof MatchRoomRequested requested) {
            change(changes, requested.getSearchId(), search -> search.in(requested.getRoomId()));
        } else if (payload instanceof MatchRoomAssigned assigned) {
            change(changes, assigned.getSearchId(), search -> search.in(assigned.getRoomId()));
        } else if (payload instanceof SearchEnded ended) {
            forget(changes, ended.getSearchId());
        } else if (payload instanceof RoomReleased released && released.getSearchId() != null) {
            forget(changes, released.getSearchId());
        }
    }

    private static SearchSummary begun(OpponentSearch search) {
        return new SearchSummary(search.getSearchId(), search.getPlayerId(), search.getPace(), null, false, null);
    }

    private void change(Map<String, Optional<byte[]>> changes, String searchId, UnaryOperator<SearchSummary> change) {
        find(searchId).ifPresent(search -> put(changes, change.apply(search)));
    }

    private static void put(Map<String, Optional<byte[]>> changes, SearchSummary search) {
        changes.put(PREFIX + search.searchId(), Optional.of(JSON.write(search)));
    }

    private static void forget(Map<String, Optional<byte[]>> changes, String searchId) {
        changes.put(PREFIX + searchId, Optional.empty());
    }
}
