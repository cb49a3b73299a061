package dungeon.players.strategies;

import dungeon.players.game.Commander;
import dungeon.players.game.GameView;
import dungeon.players.game.Mine;
import dungeon.players.game.Robot;
import dungeon.players.game.Routes;
import dungeon.players.game.Tile;
import dungeon.schemas.Upgrade;
import java.util.Comparator;
import java.util.Optional;

/**
 * The life of a robot that digs: to the mine that earns most, dig until it is full, to the next station, sell. Near the end
 * of the game it goes to sell in time.
 */
final class Digging {
    /** The last sale is planned so much earlier than would just do, in ms: orders take their time, and energy may lack. */
    private static final long SPARE_MS = 4_000;

    private final Commander commander;
    private final GameView view;
    private final Guard guard;

    Digging(Commander commander) {
        this.commander = commander;
        this.view = commander.view();
        this.guard = new Guard(commander);
    }

    /** Gives a free robot its next order; whether there is one. */
    boolean order(Robot robot) {
        Tile station = nearestStation(robot.tile());
        if (robot.cargoUnits() > 0 && isTimeToSell(robot, station)) {
            return sellAt(robot, station);
        }
        // Its process has to end before it can start the next one.
        if (robot.isMining()) {
            return false;
        }
        Optional<Mine> best = bestMine(robot);
        if (best.isEmpty()) {
            // There it can be equipped for other mines, or else for the points.
            return sellAt(robot, station);
        }
        if (!best.get().tile().equals(robot.tile())) {
            return commander.goTowards(robot, best.get().tile()).isUnderWay();
        }
        return commander.mine(robot).isUnderWay();
    }

    /** Sells at a station, or goes there; whether there was something to do. */
    boolean sellAt(Robot robot, Tile station) {
        if (!station.equals(robot.tile())) {
            return commander.goTowards(robot, station).isUnderWay();
        }
        if (robot.cargoUnits() == 0) {
            return false;
        }
        return commander.sell(robot).isUnderWay();
    }

    /** The station that is reached soonest. */
    Tile nearestStation(Tile tile) {
        return view.map().stations().stream()
                .min(Comparator.comparingLong(station -> view.routes().travelMs(tile, station)))
                .orElseThrow();
    }

    /** The mine at which a robot earns most in the time that the way there, the digging and the way to a station take. */
    Optional<Mine> bestMine(Robot robot) {
        return view.mines().stream()
                .filter(mine -> view.canHold(robot, mine.resource()) && creditsPerHour(robot, mine) > 0)
                .filter(mine -> !guard.isAmbush(robot, mine.tile()))
                .max(Comparator.comparingLong(mine -> creditsPerHour(robot, mine)));
    }

    private boolean isTimeToSell(Robot robot, Tile station) {
        long wayMs = view.routes().travelMs(robot.tile(), station);
        return wayMs == 0 || view.room(robot) == 0 || commander.timeLeftMs() < wayMs + SPARE_MS;
    }

    private long creditsPerHour(Robot robot, Mine mine) {
        long wayMs = view.routes().travelMs(robot.tile(), mine.tile());
        if (wayMs >= Routes.UNREACHABLE_MS || wayMs + view.rules().getMiningProcessMs() > commander.timeLeftMs()) {
            return 0;
        }
        long units = Math.min(view.room(robot), mine.unitsLeft());
        long unitsPerProcess = view.rules().getMiningUnits().get(robot.level(Upgrade.MINING));
        long processes = (units + unitsPerProcess - 1) / unitsPerProcess;
        long homeMs = view.routes().travelMs(mine.tile(), nearestStation(mine.tile()));
        long timeMs = wayMs + processes * view.rules().getMiningProcessMs() + homeMs;
        return units * view.price(mine.resource()) * 3_600_000L / timeMs;
    }
}
