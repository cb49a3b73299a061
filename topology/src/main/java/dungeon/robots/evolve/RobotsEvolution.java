package dungeon.robots.evolve;

import static dungeon.robots.state.RobotsTables.ACCOUNTS;
import static dungeon.robots.state.RobotsTables.COUNTERS;

import dungeon.platform.core.state.Evolver;
import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.TimedIds;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.GameStarted;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.UpgradePurchased;
import dungeon.schemas.VoucherDiscarded;

/** What each kind of event does. */
public final class RobotsEvolution {
    private static final Handlers<StateChanges, EventMetadata> HANDLERS = Handlers.<StateChanges, EventMetadata>of(
                    Event.getClassSchema(), "payload")
            .on(GameCreated.class, GameEvolution::created)
            .on(MapInstantiated.class, MapEvolution::instantiated)
            .on(GameStarted.class, GameEvolution::started)
            .on(GameEnded.class, GameEvolution::ended)
            .on(
                    GamePurged.class,
                    (state, event, purged) -> state.closeAndForget(TimedIds.rememberedUntilMs(event.aggregateId())))
            .on(PlayerJoined.class, GameEvolution::joined)
            .on(PlayerEliminated.class, GameEvolution::eliminated)
            .on(RobotsPurchased.class, RobotsEvolution::robotsPurchased)
            .on(RobotSpawned.class, RobotEvolution::spawned)
            .on(UpgradePurchased.class, RobotsEvolution::upgradePurchased)
            .on(RobotUpgraded.class, RobotEvolution::upgraded)
            .ignore(VoucherDiscarded.class)
            .on(ActionQueued.class, RobotEvolution::actionQueued)
            .on(QueueCleared.class, RobotEvolution::queueCleared)
            .on(ActionFailed.class, RobotEvolution::actionFailed)
            .on(RobotMoved.class, RobotEvolution::moved)
            .on(RobotAttacked.class, RobotEvolution::attacked)
            .on(RobotDestroyed.class, DestructionEvolution::destroyed)
            .on(MiningStarted.class, ResourceEvolution::miningStarted)
            .on(ResourcesMined.class, ResourceEvolution::mined)
            .on(MineDepleted.class, ResourceEvolution::mineDepleted)
            .on(MineDiscovered.class, ResourceEvolution::mineDiscovered)
            .on(ResourcesSold.class, ResourceEvolution::sold)
            .ignore(CommandRejected.class)
            .build();

    /** Throws on an event that it does not know. */
    public static final Evolver EVOLVER = HANDLERS::handle;

    private RobotsEvolution() {}

    private static void robotsPurchased(StateChanges state, EventMetadata event, RobotsPurchased purchased) {
        state.change(ACCOUNTS, event.playerId(), account -> account.setBalance(purchased.getBalance()));
        state.change(COUNTERS, null, counters -> counters.setIds(purchased.getNextId()));
    }

    private static void upgradePurchased(StateChanges state, EventMetadata event, UpgradePurchased purchased) {
        state.change(ACCOUNTS, event.playerId(), account -> account.setBalance(purchased.getBalance()));
        state.change(COUNTERS, null, counters -> counters.setIds(purchased.getNextId()));
    }
}
