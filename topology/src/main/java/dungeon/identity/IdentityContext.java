package dungeon.identity;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.Fault;
import dungeon.platform.core.PlatformCode;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Detail;
import dungeon.schemas.identity.CommandRejected;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.identity.RejectionCode;
import dungeon.schemas.topics.Envelopes;
import java.util.List;
import java.util.function.UnaryOperator;

/** Who somebody is, as a context; an aggregate is an account elsewhere, or the tokens of a player. */
public final class IdentityContext {
    /** All that is the identity's own. */
    public static final BoundedContext<IdentityCommand, IdentityEvent, StateReader> CONTEXT = new BoundedContext<>(
            "subject",
            "subject",
            AggregateIds.TEXTS,
            Envelopes.IDENTITY_COMMANDS,
            Envelopes.IDENTITY_EVENTS,
            IdentityTables.ALL,
            UnaryOperator.identity(),
            new IdentityAdmission(),
            IdentityContext::rejection,
            new IdentityDecider(),
            IdentityEvolution.EVOLVER);

    private IdentityContext() {}

    private static CommandRejected rejection(PlatformCode code, String message, List<Fault> faults) {
        // Only what is for a linked account has to be for one that is there.
        RejectionCode own = code == PlatformCode.UNKNOWN_AGGREGATE
                ? RejectionCode.UNKNOWN_LOGIN
                : RejectionCode.valueOf(code.name());
        return new CommandRejected(own, message, Fault.toDetails(faults, Detail::new));
    }
}
