package dungeon.lobby;

import static dungeon.lobby.LobbyTables.POOLS;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.PoolEntered;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.SearchRenewed;
import dungeon.schemas.state.LobbyPool;
import dungeon.schemas.state.WaitingSearch;
import java.util.ArrayList;
import java.util.List;

/** What events say of who waits for an opponent. */
final class PoolEvolution {
    private PoolEvolution() {}

    static void entered(StateChanges state, EventMetadata event, PoolEntered entered) {
        String searchId = entered.getSearch().getSearchId();
        List<WaitingSearch> waiting = new ArrayList<>(waiting(state.get(POOLS)));
        waiting.removeIf(each -> each.getSearch().getSearchId().equals(searchId));
        waiting.add(new WaitingSearch(entered.getSearch(), event.timeMs()));
        put(state, event, waiting);
        state.setTimer(LobbyTimers.waiting(searchId), entered.getEndsAt().toEpochMilli());
        if (entered.getBotAt() != null) {
            state.setTimer(LobbyTimers.bot(searchId), entered.getBotAt().toEpochMilli());
        }
    }

    static void renewed(StateChanges state, EventMetadata event, SearchRenewed renewed) {
        state.setTimer(
                LobbyTimers.waiting(renewed.getSearchId()), renewed.getEndsAt().toEpochMilli());
    }

    static void left(StateChanges state, EventMetadata event, PoolLeft left) {
        remove(state, event, left.getSearchId());
    }

    static void matched(StateChanges state, EventMetadata event, OpponentsMatched matched) {
        // The other has just come, and never waited.
        remove(state, event, matched.getHost().getSearchId());
    }

    private static void remove(StateChanges state, EventMetadata event, String searchId) {
        List<WaitingSearch> waiting = new ArrayList<>(waiting(state.get(POOLS)));
        waiting.removeIf(each -> each.getSearch().getSearchId().equals(searchId));
        put(state, event, waiting);
        state.cancelTimer(LobbyTimers.waiting(searchId));
        state.cancelTimer(LobbyTimers.bot(searchId));
    }

    private static void put(StateChanges state, EventMetadata event, List<WaitingSearch> waiting) {
        if (state.get(POOLS) == null) {
            state.put(POOLS, new LobbyPool(event.sequence(), waiting));
        } else {
            state.change(POOLS, null, pool -> pool.setWaiting(waiting));
        }
    }

    /** Who waits in a pool that may not have been entered yet. */
    static List<WaitingSearch> waiting(LobbyPool pool) {
        return pool == null ? List.of() : pool.getWaiting();
    }

    /** The one who waits with a search; null if nobody does. */
    static WaitingSearch find(LobbyPool pool, String searchId) {
        return waiting(pool).stream()
                .filter(each -> each.getSearch().getSearchId().equals(searchId))
                .findFirst()
                .orElse(null);
    }
}
