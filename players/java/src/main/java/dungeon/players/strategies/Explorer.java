package dungeon.players.strategies;

import dungeon.players.game.Commander;
import dungeon.players.game.GameView;
import dungeon.players.game.Robot;
import dungeon.players.game.Routes;
import dungeon.players.game.Strategy;
import dungeon.players.game.Tile;
import dungeon.schemas.Upgrade;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends scouts into every star system that it has not seen, each into the one that is nearest and that no other one is on
 * its way to. Diggers pay for that: one scout goes ahead, and many follow when digging no longer pays for itself. Scouts dig
 * as well when there is nothing left to see.
 */
public final class Explorer implements Strategy {
    private static final int FIRST_ROBOTS = 3;
    private static final int ROBOTS = 10;
    private static final int SCOUTS = 1;
    private static final int LATE_SCOUTS = 8;

    /** So long before the end a robot brings more by what it sees than by what it digs, in ms. */
    private static final long LATE_MS = 75_000;

    /** A scout that is bought later than this before the end does not see much, in ms. */
    private static final long SCOUT_PAYS_MS = 25_000;

    private static final Wishes WISHES = new Wishes()
            .then(Upgrade.MINING, 1)
            .then(Upgrade.STORAGE, 1)
            .then(Upgrade.MINING, 2)
            .then(Upgrade.COOLDOWN, 1)
            .then(Upgrade.STORAGE, 2)
            .then(Upgrade.MINING, 3)
            .then(Upgrade.HEALTH, 1)
            .then(Upgrade.STORAGE, 3)
            .then(Upgrade.MINING, 4);

    private final Map<String, Tile> targets = new HashMap<>();

    @Override
    public void think(Commander commander) {
        Digging digging = new Digging(commander);
        Guard guard = new Guard(commander);
        Budget budget = new Budget(commander);
        boolean late = commander.timeLeftMs() < LATE_MS;
        Set<Robot> scouts = scouts(commander.view(), late ? LATE_SCOUTS : SCOUTS);
        targets.keySet().removeIf(robotId -> !scouts.contains(commander.view().robot(robotId)));
        for (Robot robot : commander.freeRobots()) {
            boolean scouting = scouts.contains(robot) && scout(commander, robot);
            if (!scouting && !budget.equip(robot, WISHES) && !guard.order(robot)) {
                digging.order(robot);
            }
        }
        budget.growTo(FIRST_ROBOTS, ROBOTS, 0);
        if (late
                && commander.timeLeftMs() > SCOUT_PAYS_MS
                && scouts.size() < LATE_SCOUTS
                && unseen(commander.view()) > targets.size()) {
            commander.buyRobots(1);
        }
    }

    /** The robots that are worst at digging, but the one that has to pay for all. */
    private static Set<Robot> scouts(GameView view, int most) {
        return view.ownRobots().stream()
                .skip(1)
                .filter(robot -> robot.level(Upgrade.MINING) == 0 && robot.cargoUnits() == 0)
                .limit(most)
                .collect(Collectors.toSet());
    }

    /** Sends a robot on to the next star system that is new; whether there is one. */
    private boolean scout(Commander commander, Robot robot) {
        targets.remove(robot.id());
        Optional<Tile> target = nearestNew(commander.view(), robot);
        target.ifPresent(tile -> targets.put(robot.id(), tile));
        return target.isPresent() && commander.goTowards(robot, target.get()).isUnderWay();
    }

    private static long unseen(GameView view) {
        return view.map().safeStarSystems().stream()
                .filter(tile -> !view.hasVisited(tile))
                .count();
    }

    private Optional<Tile> nearestNew(GameView view, Robot robot) {
        return view.map().safeStarSystems().stream()
                .filter(tile -> !view.hasVisited(tile)
                        && !tile.equals(robot.tile())
                        && !targets.containsValue(tile)
                        && view.routes().travelMs(robot.tile(), tile) < Routes.UNREACHABLE_MS)
                .min(Comparator.comparingLong(tile -> view.routes().travelMs(robot.tile(), tile)));
    }
}
