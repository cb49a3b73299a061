package dungeon.robots.evolve;

import static dungeon.robots.state.RobotsTables.ACCOUNTS;
import static dungeon.robots.state.RobotsTables.COUNTERS;
import static dungeon.robots.state.RobotsTables.DEPOSITS;
import static dungeon.robots.state.RobotsTables.MINES;
import static dungeon.robots.state.RobotsTables.ROBOTS;
import static dungeon.robots.state.RobotsTables.TILES;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.robots.state.At;
import dungeon.robots.state.RobotsTimers;
import dungeon.schemas.ContentKind;
import dungeon.schemas.DepositChange;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Deposit;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.MiningProcess;
import java.util.ArrayList;
import java.util.List;

/** The way of resources: into mines, out of them, and into money. */
final class ResourceEvolution {
    private static final int NONE_APPEARED = -1;

    private ResourceEvolution() {}

    static void placeMine(StateChanges state, EventMetadata event, Tile at, Resource resource, int units) {
        Mine before = state.get(MINES, keyOf(at));
        if (before == null || before.getSequence() < event.sequence()) {
            state.put(
                    MINES, new Mine(event.sequence(), at.getX(), at.getY(), resource, units, units, event.sequence()));
        }
    }

    static void miningStarted(StateChanges state, EventMetadata event, MiningStarted started) {
        long completesAtMs = started.getCompletesAt().toEpochMilli();
        state.change(ROBOTS, started.getRobotId(), robot -> {
            Conditions.set(state, robot, started.getCondition());
            robot.setMining(new MiningProcess(
                    event.commandId(), started.getMine(), started.getResource(), completesAtMs, event.sequence()));
            state.setTimer(RobotsTimers.miningProcess(started.getRobotId()), completesAtMs);
        });
        state.change(
                ACCOUNTS, event.playerId(), account -> account.setMiningProcesses(account.getMiningProcesses() + 1));
    }

    static void mined(StateChanges state, EventMetadata event, ResourcesMined mined) {
        state.change(ROBOTS, mined.getRobotId(), robot -> {
            state.cancelTimer(RobotsTimers.miningProcess(mined.getRobotId()));
            robot.setMining(null);
            robot.setCargo(mined.getCargo());
        });
        state.change(ACCOUNTS, event.playerId(), account -> {
            account.setMiningProcesses(account.getMiningProcesses() - 1);
            Scores.set(account, mined.getScore());
        });
        // A process whose mine has closed takes nothing; what is in its place may be another mine.
        if (mined.getCollected() + mined.getEvaporated() > 0) {
            state.change(MINES, keyOf(mined.getMine()), mine -> mine.setRemainingUnits(mined.getRemainingUnits()));
        }
        changeDeposits(state, mined.getDeposits(), NONE_APPEARED);
    }

    static void mineDepleted(StateChanges state, EventMetadata event, MineDepleted depleted) {
        state.change(TILES, keyOf(depleted.getMine()), tile -> tile.setContent(null));
    }

    static void mineDiscovered(StateChanges state, EventMetadata event, MineDiscovered discovered) {
        placeMine(state, event, discovered.getMine(), discovered.getResource(), discovered.getUnits());
        state.change(TILES, keyOf(discovered.getMine()), tile -> tile.setContent(ContentKind.MINE));
        state.change(COUNTERS, null, counters -> counters.setDraws(discovered.getNextDraw()));
        changeDeposits(state, discovered.getDeposits(), discovered.getEntry());
    }

    static void sold(StateChanges state, EventMetadata event, ResourcesSold sold) {
        state.change(ROBOTS, sold.getRobotId(), robot -> {
            Conditions.set(state, robot, sold.getCondition());
            robot.setCargo(List.of());
        });
        state.change(ACCOUNTS, event.playerId(), account -> {
            account.setBalance(sold.getBalance());
            account.setSalesRevenue(account.getSalesRevenue() + sold.getRevenue());
            Scores.set(account, sold.getScore());
        });
    }

    /** @param appeared the entry whose mine has appeared, and is to come no longer */
    private static void changeDeposits(StateChanges state, List<DepositChange> changes, int appeared) {
        if (changes.isEmpty()) {
            return;
        }
        state.change(DEPOSITS, null, deposits -> {
            List<Deposit> changed = new ArrayList<>(deposits.getDeposits());
            for (DepositChange change : changes) {
                int entry = change.getEntry();
                Deposit before = changed.get(entry);
                Long dueMs = before.getDueMs();
                if (entry == appeared) {
                    dueMs = null;
                    state.cancelTimer(RobotsTimers.discovery(entry));
                }
                if (change.getDueAt() != null) {
                    dueMs = change.getDueAt().toEpochMilli();
                    state.setTimer(RobotsTimers.discovery(entry), dueMs);
                }
                changed.set(
                        entry,
                        new Deposit(before.getPlacedUnits(), change.getLeftUnits(), change.getDiscoveries(), dueMs));
            }
            deposits.setDeposits(changed);
        });
    }

    private static At keyOf(Tile tile) {
        return new At(tile.getX(), tile.getY());
    }
}
