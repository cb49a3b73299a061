package dungeon.players.strategies;

import dungeon.players.game.Commander;
import dungeon.players.game.GameView;
import dungeon.players.game.Robot;
import dungeon.players.game.Tile;
import dungeon.schemas.Upgrade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a robot does that is attacked: it strikes back where its side is the stronger one, and else gets away to a station. */
final class Guard {
    /** An attack counts for so long, in ms: the attacker is ready for the next one after one second. */
    private static final long ALARM_MS = 4_000;

    /** A robot leaves a station with at least this share of its health, in percent. */
    private static final long SOUND_PERCENT = 70;

    private final Commander commander;
    private final GameView view;

    Guard(Commander commander) {
        this.commander = commander;
        this.view = commander.view();
    }

    /** Looks after a free robot that is in danger, or that is being repaired at a station; whether it is. */
    boolean order(Robot robot) {
        if (view.map().isStation(robot.tile())) {
            // To wait is all that it takes.
            return robot.cargoUnits() == 0
                    && view.health(robot, commander.nowMs()) * 100 < view.maximumHealth(robot) * SOUND_PERCENT;
        }
        List<Robot> attackers = attackersAt(robot.tile());
        if (attackers.isEmpty()) {
            return false;
        }
        if (power(comrades(robot.tile())) >= power(attackers)) {
            boolean able = view.canAttack(robot, commander.nowMs());
            if (able) {
                commander.attack(robot, weakest(attackers).orElseThrow());
            }
            return able;
        }
        return commander
                .goTowards(robot, new Digging(commander).nearestStation(robot.tile()))
                .isUnderWay();
    }

    /** Whether robots of others lie in wait at a tile that are armed, and stronger than a robot and its comrades there. */
    boolean isAmbush(Robot robot, Tile tile) {
        List<Robot> armed = view.enemies().stream()
                .filter(enemy -> enemy.tile().equals(tile) && enemy.level(Upgrade.DAMAGE) > 0)
                .toList();
        List<Robot> ours = new ArrayList<>(comrades(tile));
        if (!ours.contains(robot)) {
            ours.add(robot);
        }
        return power(armed) > power(ours);
    }

    /** Robots of others at a tile that have hit one of the player's there a moment ago. */
    private List<Robot> attackersAt(Tile tile) {
        return view.enemies().stream()
                .filter(enemy -> enemy.tile().equals(tile) && hasJustHit(enemy))
                .toList();
    }

    private boolean hasJustHit(Robot enemy) {
        return view.ownRobots().stream()
                .anyMatch(robot -> enemy.id().equals(robot.hitBy()) && commander.nowMs() - robot.hitAtMs() <= ALARM_MS);
    }

    private List<Robot> comrades(Tile tile) {
        return view.ownRobots().stream()
                .filter(robot -> robot.tile().equals(tile))
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
