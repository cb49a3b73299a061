package dungeon.lobby;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.Fault;
import dungeon.platform.core.PlatformCode;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.topics.Envelopes;
import java.util.List;
import java.util.function.UnaryOperator;

/** The lobby as a context; an aggregate is a player's name, a map type, or the pool of a game. */
public final class LobbyContext {
    private LobbyContext() {}

    /** All that is the lobby's own. */
    public static BoundedContext<LobbyCommand, LobbyEvent, StateReader> of(MapTypeCheck check) {
        return new BoundedContext<>(
                "subject",
                "subject",
                AggregateIds.TEXTS,
                Envelopes.LOBBY_COMMANDS,
                Envelopes.LOBBY_EVENTS,
                LobbyTables.ALL,
                UnaryOperator.identity(),
                new LobbyAdmission(),
                LobbyContext::rejection,
                new LobbyDecider(check),
                LobbyEvolution.EVOLVER);
    }

    private static CommandRejected rejection(PlatformCode code, String message, List<Fault> faults) {
        // Only what is for a player has to be for somebody who is there.
        RejectionCode own = code == PlatformCode.UNKNOWN_AGGREGATE
                ? RejectionCode.UNKNOWN_PLAYER
                : RejectionCode.valueOf(code.name());
        return new CommandRejected(own, message, Fault.toDetails(faults, Detail::new));
    }
}
