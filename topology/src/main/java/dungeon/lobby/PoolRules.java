package dungeon.lobby;

import static dungeon.lobby.LobbyTables.POOLS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.EnterPool;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.Opponent;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.PoolEntered;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RenewSearch;
import dungeon.schemas.SearchEndReason;
import dungeon.schemas.SearchRenewed;
import dungeon.schemas.state.WaitingSearch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who waits for an opponent in one game, and who is matched with whom: whoever comes meets the one who waits at that pace. */
final class PoolRules {
    private PoolRules() {}

    static void enter(Decision<StateReader> decision, EnterPool enter) {
        OpponentSearch search = enter.getSearch();
        if (PoolEvolution.find(decision.state().get(POOLS), search.getSearchId()) != null) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.ALREADY_SEARCHING,
                    "The search %s is waiting here already".formatted(search.getSearchId()),
                    List.of());
        } else if (Ids.timeMsOf(search.getSearchId())
                < decision.timeMs() - LobbyLimits.POOL_ENTERED_WITHIN.toMillis()) {
            // It may be one that was here before, said again by a relay after an outage.
            decision.emit(
                    search.getPlayerId(),
                    new PoolLeft(search.getSearchId(), search.getSubject(), SearchEndReason.EXPIRED));
        } else {
            admit(decision, search);
        }
    }

    private static void admit(Decision<StateReader> decision, OpponentSearch search) {
        Optional<WaitingSearch> other = PoolEvolution.waiting(decision.state().get(POOLS)).stream()
                .filter(waiting -> waiting.getSearch().getPace() == search.getPace())
                .filter(waiting -> !waiting.getSearch().getPlayerId().equals(search.getPlayerId()))
                .findFirst();
        if (other.isPresent()) {
            OpponentSearch host = other.get().getSearch();
            decision.emit(
                    search.getPlayerId(),
                    new OpponentsMatched(host, search, Paces.planOf(host, search, Opponent.PERSON)));
        } else {
            decision.emit(
                    search.getPlayerId(),
                    new PoolEntered(
                            search,
                            decision.time().plus(LobbyLimits.SEARCH_RENEWED_WITHIN),
                            search.getBot() == null ? null : decision.time().plusMillis(search.getBotAfterMs())));
        }
    }

    static void renew(Decision<StateReader> decision, RenewSearch renew) {
        Optional<WaitingSearch> waiting = ownOf(decision, renew.getSearchId());
        if (waiting.isEmpty()) {
            refuse(decision, renew.getSearchId());
        } else {
            Instant atMost =
                    Instant.ofEpochMilli(waiting.get().getStartedAtMs()).plus(LobbyLimits.SEARCH_MAXIMUM);
            Instant endsAt = decision.time().plus(LobbyLimits.SEARCH_RENEWED_WITHIN);
            decision.emit(new SearchRenewed(renew.getSearchId(), endsAt.isBefore(atMost) ? endsAt : atMost));
        }
    }

    static void leave(Decision<StateReader> decision, LeaveSearch leave) {
        Optional<WaitingSearch> waiting = ownOf(decision, leave.getSearchId());
        if (waiting.isEmpty()) {
            refuse(decision, leave.getSearchId());
        } else {
            emitLeft(decision, waiting.get(), SearchEndReason.LEFT);
        }
    }

    /** Whoever has not said for long that they still wait is gone. */
    static void expire(Decision<StateReader> decision, String searchId) {
        emitLeft(decision, PoolEvolution.find(decision.state().get(POOLS), searchId), SearchEndReason.EXPIRED);
    }

    /** Nobody came in time, so the bot plays. */
    static void matchBot(Decision<StateReader> decision, String searchId) {
        OpponentSearch search =
                PoolEvolution.find(decision.state().get(POOLS), searchId).getSearch();
        decision.emit(
                search.getPlayerId(),
                new OpponentsMatched(search, null, Paces.planOf(search, search, search.getBot())));
    }

    private static Optional<WaitingSearch> ownOf(Decision<StateReader> decision, String searchId) {
        return Optional.ofNullable(PoolEvolution.find(decision.state().get(POOLS), searchId))
                .filter(waiting -> waiting.getSearch().getPlayerId().equals(decision.playerId()));
    }

    private static void emitLeft(Decision<StateReader> decision, WaitingSearch waiting, SearchEndReason reason) {
        OpponentSearch search = waiting.getSearch();
        decision.emit(search.getPlayerId(), new PoolLeft(search.getSearchId(), search.getSubject(), reason));
    }

    private static void refuse(Decision<StateReader> decision, String searchId) {
        LobbyDecider.refuse(
                decision,
                RejectionCode.NOT_SEARCHING,
                "You do not wait for an opponent with the search %s: one was found, it is over, or it has just been begun"
                        .formatted(searchId),
                List.of());
    }
}
