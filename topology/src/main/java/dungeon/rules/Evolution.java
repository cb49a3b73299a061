package dungeon.rules;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
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
import dungeon.schemas.state.Progress;
import java.util.List;

/**
 * How events change a game: the only way in which its state changes, on the write side, on the read side, in a replay.
 *
 * <p>A fold can be repeated after a halt, over records of which some already contain the event and some do not. Each change
 * of a record is therefore made from that record, the event and what never changes, and it is skipped where the record
 * contains the event already.
 */
public final class Evolution {
    private Evolution() {}

    /** Folds an event into the state of its game. Events outside the sequence of a game (number 0) change nothing. */
    public static void evolve(World world, Event event) {
        if (event.getSequence() > 0) {
            Fold fold = new Fold(world, event);
            apply(fold, event.getPayload());
            progress(fold, event.getPayload());
        }
    }

    private static void apply(Fold fold, Object payload) {
        String playerId = fold.event().getPlayerId();
        if (payload instanceof RobotMoved moved) {
            RobotEvolution.moved(fold, moved);
        } else if (payload instanceof ActionQueued queued) {
            RobotEvolution.actionQueued(fold, queued);
        } else if (payload instanceof ActionFailed failed) {
            fold.changeRobot(failed.getRobotId(), robot -> Fold.setCondition(robot, failed.getCondition()));
        } else if (payload instanceof MiningStarted started) {
            ResourceEvolution.miningStarted(fold, started);
        } else if (payload instanceof ResourcesMined mined) {
            ResourceEvolution.resourcesMined(fold, mined);
        } else if (payload instanceof RobotAttacked attacked) {
            RobotEvolution.attacked(fold, attacked);
        } else if (payload instanceof ResourcesSold sold) {
            ResourceEvolution.resourcesSold(fold, sold);
        } else if (payload instanceof QueueCleared cleared) {
            fold.changeRobot(cleared.getRobotId(), robot -> robot.setQueue(List.of()));
        } else if (payload instanceof RobotDestroyed destroyed) {
            RobotEvolution.destroyed(fold, destroyed);
        } else if (payload instanceof RobotUpgraded upgraded) {
            RobotEvolution.upgraded(fold, upgraded);
        } else if (payload instanceof RobotsPurchased purchased) {
            fold.changeAccount(playerId, account -> account.setBalance(purchased.getBalance()));
        } else if (payload instanceof UpgradePurchased purchased) {
            fold.changeAccount(playerId, account -> account.setBalance(purchased.getBalance()));
        } else if (payload instanceof RobotSpawned spawned) {
            RobotEvolution.spawned(fold, spawned);
        } else if (payload instanceof MineDepleted depleted) {
            ResourceEvolution.mineDepleted(fold, depleted);
        } else if (payload instanceof MineDiscovered discovered) {
            ResourceEvolution.mineDiscovered(fold, discovered);
        } else if (payload instanceof PlayerJoined joined) {
            GameEvolution.playerJoined(fold, joined);
        } else if (payload instanceof PlayerEliminated) {
            fold.changeAccount(playerId, account -> account.setEliminated(true));
        } else if (payload instanceof GameCreated created) {
            GameEvolution.created(fold, created);
        } else if (payload instanceof MapInstantiated instantiated) {
            GameEvolution.mapInstantiated(fold, instantiated);
        } else if (payload instanceof GameStarted started) {
            GameEvolution.started(fold, started);
        } else if (payload instanceof GameEnded ended) {
            GameEvolution.ended(fold, ended);
        } else if (payload instanceof GamePurged) {
            GameEvolution.purged(fold);
        }
        // A rejection and a lost voucher change nothing but the progress.
    }

    private static void progress(Fold fold, Object payload) {
        Progress before = fold.world().progress();
        if (before != null && before.getSequence() >= fold.sequence()) {
            return;
        }
        Progress after = before == null ? new Progress(0L, 0L, 0L, 0L, false) : Copies.of(before);
        after.setSequence(fold.sequence());
        after.setTimeMs(fold.timeMs());
        if (payload instanceof MapInstantiated) {
            after.setDraws(MapDrawing.DRAWS_RESERVED);
        } else if (payload instanceof RobotsPurchased
                || payload instanceof RobotSpawned
                || payload instanceof UpgradePurchased) {
            after.setIds(after.getIds() + 1);
        } else if (payload instanceof RobotMoved moved
                && Tiles.isBlackHole(fold.tile(moved.getCondition().getPosition()))) {
            after.setDraws(after.getDraws() + 1);
        } else if (payload instanceof MineDiscovered) {
            after.setDraws(after.getDraws() + Discoveries.DRAWS);
        } else if (payload instanceof GamePurged) {
            after.setPurged(true);
        }
        fold.world().put(after);
    }
}
