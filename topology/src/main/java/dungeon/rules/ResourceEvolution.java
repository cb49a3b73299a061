package dungeon.rules;

import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Discovery;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Deposit;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.MiningProcess;
import java.util.ArrayList;
import java.util.List;

/** The way of resources: into mines, out of them, and into money. */
final class ResourceEvolution {
    private static final int PER_THOUSAND = 1000;

    private ResourceEvolution() {}

    /** The mines that a map has from the beginning, and what is counted for its discoveries. */
    static void mapInstantiated(Fold fold, MapInstantiated map) {
        for (Content content : map.getContents()) {
            if (content.getKind() == ContentKind.MINE) {
                placeMine(fold, content.getTile(), content.getResource(), content.getUnits());
            }
        }
        Game game = fold.world().game();
        if (!game.getDiscoveries().isEmpty() && fold.world().deposits() == null) {
            List<Deposit> deposits = new ArrayList<>();
            for (Discovery discovery : game.getDiscoveries()) {
                long units = map.getContents().stream()
                        .filter(content -> content.getKind() == ContentKind.MINE
                                && counts(game, discovery, content.getTile(), content.getResource()))
                        .mapToLong(Content::getUnits)
                        .sum();
                deposits.add(new Deposit(units, units, 0, null, 0L));
            }
            fold.world().put(new Deposits(fold.sequence(), deposits));
        }
    }

    private static void placeMine(Fold fold, Tile at, Resource resource, int units) {
        Mine before = fold.world().mine(at.getX(), at.getY());
        if (before == null || before.getSequence() < fold.sequence()) {
            fold.world().put(new Mine(fold.sequence(), at.getX(), at.getY(), resource, units, units, fold.sequence()));
        }
    }

    static void miningStarted(Fold fold, MiningStarted started) {
        long completesAtMs = started.getCompletesAt().toEpochMilli();
        fold.changeRobot(started.getRobotId(), robot -> {
            Fold.setCondition(robot, started.getCondition());
            robot.setMining(new MiningProcess(
                    fold.event().getCommandId(),
                    started.getMine(),
                    started.getResource(),
                    completesAtMs,
                    fold.sequence()));
            fold.world().set(DueTimer.ofMining(completesAtMs, fold.sequence(), started.getRobotId()));
        });
        fold.changeAccount(
                fold.event().getPlayerId(), account -> account.setMiningProcesses(account.getMiningProcesses() + 1));
    }

    static void resourcesMined(Fold fold, ResourcesMined mined) {
        fold.changeRobot(mined.getRobotId(), robot -> {
            MiningProcess process = robot.getMining();
            fold.world()
                    .cancel(DueTimer.ofMining(process.getCompletesAtMs(), process.getStartedBy(), robot.getRobotId()));
            robot.setMining(null);
            robot.setCargo(mined.getCargo());
        });
        fold.changeAccount(fold.event().getPlayerId(), account -> {
            account.setMiningProcesses(account.getMiningProcesses() - 1);
            if (mined.getScore() != null) {
                Points.set(account, mined.getScore());
            }
        });
        int taken = mined.getCollected() + mined.getEvaporated();
        // A process whose mine has closed takes nothing; what is in its place may be another mine.
        if (taken > 0) {
            fold.changeMine(mined.getMine(), mine -> mine.setRemainingUnits(mined.getRemainingUnits()));
            changeDeposits(fold, mined.getMine(), mined.getResource(), (entry, deposit) -> {
                deposit.setLeftUnits(deposit.getLeftUnits() - taken);
                setTimerIfScarce(fold, entry, deposit);
            });
        }
    }

    static void mineDepleted(Fold fold, MineDepleted depleted) {
        fold.changeTile(depleted.getMine(), tile -> tile.setContent(null));
    }

    static void mineDiscovered(Fold fold, MineDiscovered discovered) {
        placeMine(fold, discovered.getMine(), discovered.getResource(), discovered.getUnits());
        fold.changeTile(discovered.getMine(), tile -> tile.setContent(ContentKind.MINE));
        int announced = announcedEntry(fold, discovered);
        changeDeposits(fold, discovered.getMine(), discovered.getResource(), (entry, deposit) -> {
            deposit.setLeftUnits(deposit.getLeftUnits() + discovered.getUnits());
            if (entry == announced) {
                fold.world().cancel(DueTimer.ofDiscovery(deposit.getDueMs(), deposit.getSetBy(), entry));
                deposit.setDueMs(null);
            }
        });
    }

    /** The entry whose mine has appeared: of those that were due now, the one whose timer was set first; -1 for none. */
    private static int announcedEntry(Fold fold, MineDiscovered discovered) {
        Game game = fold.world().game();
        List<Deposit> deposits = fold.world().deposits() == null
                ? List.of()
                : fold.world().deposits().getDeposits();
        int first = -1;
        for (int entry = 0; entry < deposits.size(); entry++) {
            Deposit deposit = deposits.get(entry);
            boolean due = deposit.getDueMs() != null
                    && deposit.getDueMs() == fold.timeMs()
                    && counts(game, game.getDiscoveries().get(entry), discovered.getMine(), discovered.getResource());
            if (due && (first < 0 || deposit.getSetBy() < deposits.get(first).getSetBy())) {
                first = entry;
            }
        }
        return first;
    }

    static void resourcesSold(Fold fold, ResourcesSold sold) {
        fold.changeRobot(sold.getRobotId(), robot -> {
            Fold.setCondition(robot, sold.getCondition());
            robot.setCargo(List.of());
        });
        fold.changeAccount(fold.event().getPlayerId(), account -> {
            account.setBalance(sold.getBalance());
            account.setSalesRevenue(account.getSalesRevenue() + sold.getRevenue());
            Points.set(account, sold.getScore());
        });
    }

    private interface DepositChange {
        void apply(int entry, Deposit deposit);
    }

    /** Changes the deposits that count a mine. */
    private static void changeDeposits(Fold fold, Tile mine, Resource resource, DepositChange change) {
        Game game = fold.world().game();
        if (game.getDiscoveries().isEmpty()) {
            return;
        }
        fold.changeDeposits(deposits -> {
            List<Deposit> changed = new ArrayList<>(deposits.getDeposits());
            for (int entry = 0; entry < changed.size(); entry++) {
                if (counts(game, game.getDiscoveries().get(entry), mine, resource)) {
                    Deposit deposit = Copies.copy(changed.get(entry), new Deposit());
                    change.apply(entry, deposit);
                    changed.set(entry, deposit);
                }
            }
            deposits.setDeposits(changed);
        });
    }

    private static boolean counts(Game game, Discovery discovery, Tile mine, Resource resource) {
        return discovery.getResource() == resource
                && Areas.contains(discovery.getArea(), mine, game.getWidth(), game.getHeight());
    }

    /** Announces the next mine of an entry, unless one is still to come or there were enough. */
    private static void setTimerIfScarce(Fold fold, int entry, Deposit deposit) {
        Discovery discovery = fold.world().game().getDiscoveries().get(entry);
        boolean scarce = deposit.getLeftUnits() * PER_THOUSAND <= deposit.getPlacedUnits() * discovery.getWhenLeft();
        boolean oneIsToCome = deposit.getDueMs() != null && deposit.getDueMs() >= fold.timeMs();
        if (scarce && !oneIsToCome && deposit.getDiscoveries() < discovery.getAtMost()) {
            long dueMs = fold.timeMs() + discovery.getDelayMs();
            deposit.setDiscoveries(deposit.getDiscoveries() + 1);
            deposit.setDueMs(dueMs);
            deposit.setSetBy(fold.sequence());
            fold.world().set(DueTimer.ofDiscovery(dueMs, fold.sequence(), entry));
        }
    }
}
