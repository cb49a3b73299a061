package dungeon.standalone.bots.tempers;

import dungeon.schemas.Upgrade;
import dungeon.standalone.bots.player.Commander;
import dungeon.standalone.bots.player.GameView;
import dungeon.standalone.bots.player.Place;
import dungeon.standalone.bots.player.Robot;
import dungeon.standalone.bots.player.Routes;
import dungeon.standalone.bots.player.Temper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends scouts into every star system that it has not seen, each into the one that is nearest and that no other one is on
 * its way to. Diggers pay for that, and the scouts dig as well when there is nothing left to see.
 */
public final class Explorer implements Temper {
    private static final int FIRST_ROBOTS = 3;
    private static final int ROBOTS = 10;
    private static final int SCOUTS = 2;
    private static final long EQUIPMENT_CREDITS = 200;

    private static final Wishes WISHES = new Wishes()
            .then(Upgrade.MINING, 1)
            .then(Upgrade.STORAGE, 1)
            .then(Upgrade.MINING, 2)
            .then(Upgrade.COOLDOWN, 1)
            .then(Upgrade.STORAGE, 2)
            .then(Upgrade.MINING, 3);

    private final Map<String, Place> targets = new HashMap<>();

    @Override
    public void think(Commander commander) {
        Digging digging = new Digging(commander);
        Guard guard = new Guard(commander);
        Budget budget = new Budget(commander);
        int number = 0;
        for (Robot robot : commander.view().ownRobots()) {
            // The first robot pays for the others.
            boolean scout = number >= 1 && number <= SCOUTS;
            number++;
            if (!commander.isFree(robot) || (scout && scout(commander, robot))) {
                continue;
            }
            if (!budget.equip(robot, WISHES) && !guard.order(robot)) {
                digging.order(robot);
            }
        }
        budget.growTo(FIRST_ROBOTS, ROBOTS, EQUIPMENT_CREDITS);
    }

    /** Sends a robot on to the next star system that is new; whether there is one. */
    private boolean scout(Commander commander, Robot robot) {
        targets.remove(robot.id());
        Optional<Place> target = nearestNew(commander.view(), robot);
        target.ifPresent(place -> targets.put(robot.id(), place));
        return target.isPresent() && commander.goTowards(robot, target.get());
    }

    private Optional<Place> nearestNew(GameView view, Robot robot) {
        return view.map().safeStarSystems().stream()
                .filter(place -> !view.hasVisited(place)
                        && !place.equals(robot.place())
                        && !targets.containsValue(place)
                        && view.routes().travelMs(robot.place(), place) < Routes.UNREACHABLE_MS)
                .min(Comparator.comparingLong(place -> view.routes().travelMs(robot.place(), place)));
    }
}
