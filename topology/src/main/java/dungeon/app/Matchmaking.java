package dungeon.app;

import dungeon.platform.streams.RelayPolicy;
import dungeon.schemas.AssignOpponent;
import dungeon.schemas.AssignRoom;
import dungeon.schemas.EndSearch;
import dungeon.schemas.EnterPool;
import dungeon.schemas.ExpectRoom;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;

/** From the lobby to itself: between the players who look for opponents and the pool in which they meet. */
final class Matchmaking implements RelayPolicy<LobbyEvent> {
    @Override
    public List<Outgoing> commandsFor(LobbyEvent event) {
        Object payload = event.getPayload();
        if (payload instanceof SearchStarted started) {
            return List.of(new Outgoing(LobbySubjects.TICTACTOE_POOL, new EnterPool(started.getSearch())));
        }
        if (payload instanceof OpponentsMatched matched) {
            Outgoing toHost = new Outgoing(
                    matched.getHost().getSubject(),
                    new AssignOpponent(matched.getHost().getSearchId(), matched.getGuest(), matched.getPlan()));
            OpponentSearch guest = matched.getGuest();
            return guest == null
                    ? List.of(toHost)
                    : List.of(toHost, new Outgoing(guest.getSubject(), new ExpectRoom(guest.getSearchId())));
        }
        if (payload instanceof MatchRoomRequested requested && requested.getOpponent() != null) {
            return List.of(new Outgoing(
                    requested.getOpponent().getSubject(),
                    new AssignRoom(requested.getOpponent().getSearchId(), requested.getRoomId())));
        }
        if (payload instanceof PoolLeft left) {
            return List.of(new Outgoing(left.getSubject(), new EndSearch(left.getSearchId(), left.getReason())));
        }
        return List.of();
    }
}
