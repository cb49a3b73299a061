package dungeon.robots;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.Fault;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.PlatformCode;
import dungeon.platform.core.state.AggregateIds;
import dungeon.robots.decide.RobotsAdmission;
import dungeon.robots.decide.RobotsDecider;
import dungeon.robots.evolve.RobotsEvolution;
import dungeon.robots.state.RobotsState;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.topics.Envelopes;
import java.util.List;

/** The robots' game as a context; an aggregate is a game. */
public final class RobotsContext {
    /** All that is the game's own. */
    public static final BoundedContext<Command, Event, RobotsState> CONTEXT = new BoundedContext<>(
            "game",
            "gameId",
            AggregateIds.UUIDS,
            Envelopes.COMMANDS,
            Envelopes.EVENTS,
            RobotsTables.ALL,
            RobotsState::new,
            new RobotsAdmission(),
            RobotsContext::rejection,
            new RobotsDecider(),
            RobotsEvolution.EVOLVER);

    private RobotsContext() {}

    /** A game in memory, to which nothing has happened yet. */
    public static InMemoryAggregate<Command, Event> inMemory(String gameId) {
        return InMemoryAggregate.of(CONTEXT, gameId);
    }

    private static CommandRejected rejection(PlatformCode code, String message, List<Fault> faults) {
        RejectionCode own = code == PlatformCode.UNKNOWN_AGGREGATE
                ? RejectionCode.UNKNOWN_GAME
                : RejectionCode.valueOf(code.name());
        return new CommandRejected(own, message, Fault.toDetails(faults, Detail::new));
    }
}
