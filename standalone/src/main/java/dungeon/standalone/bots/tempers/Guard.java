package dungeon.standalone.bots.tempers;

import dungeon.standalone.bots.player.Commander;
import dungeon.standalone.bots.player.GameView;
import dungeon.standalone.bots.player.Place;
import dungeon.standalone.bots.player.Robot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a robot does that is attacked: it strikes back where its side is the stronger one, and else gets away to a station. */
final class Guard {
    /** An attack counts for so long, in ms: the attacker is ready for the next one after one second. */
    private static final long ALARM_MS = 4_000;

    private final Commander commander;
    private final GameView view;

    Guard(Commander commander) {
        this.commander = commander;
        this.view = commander.view();
    }

    /** Gives a free robot its order if it is in danger; whether that is so. */
    boolean order(Robot robot) {
        if (view.map().isStation(robot.place())) {
            return false;
        }
        List<Robot> attackers = attackersAt(robot.place());
        if (attackers.isEmpty()) {
            return false;
        }
        if (power(comrades(robot.place())) >= power(attackers)) {
            commander.attack(robot, weakest(attackers).orElseThrow());
            return true;
        }
        return commander.goTowards(robot, new Digging(commander).nearestStation(robot.place()));
    }

    /** Robots of others at a place that have hit one of the player's there a moment ago. */
    private List<Robot> attackersAt(Place place) {
        return view.enemies().stream()
                .filter(enemy -> enemy.place().equals(place) && hasJustHit(enemy))
                .toList();
    }

    private boolean hasJustHit(Robot enemy) {
        return view.ownRobots().stream()
                .anyMatch(robot -> enemy.id().equals(robot.hitBy()) && commander.nowMs() - robot.hitAtMs() <= ALARM_MS);
    }

    private List<Robot> comrades(Place place) {
        return view.ownRobots().stream()
                .filter(robot -> robot.place().equals(place))
                .toList();
    }

    /** The one that takes the fewest hits. */
    static Optional<Robot> weakest(List<Robot> robots) {
        return robots.stream().min(Comparator.comparingInt(Robot::health));
    }

    /** How strong robots are together: twice as many of the same do twice the damage for twice as long. */
    private long power(List<Robot> robots) {
        long damage = robots.stream().mapToLong(view::damage).sum();
        long health = robots.stream().mapToLong(Robot::health).sum();
        return damage * health;
    }
}
