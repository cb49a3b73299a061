package dungeon.players.strategies;

import dungeon.players.game.Commander;
import dungeon.players.game.GameView;
import dungeon.players.game.Robot;
import dungeon.players.game.Routes;
import dungeon.players.game.Strategy;
import dungeon.schemas.Resource;
import dungeon.schemas.Upgrade;
import java.util.Comparator;
import java.util.Optional;

/**
 * Hunts the robots of others, best with the cargo of a whole trip on board, and sells what it loots. Two of three robots
 * dig, because weapons have to be paid for.
 */
public final class Fighter implements Strategy {
    private static final int FIRST_ROBOTS = 3;
    private static final int ROBOTS = 10;

    /** One robot of so many is a hunter. */
    private static final int HUNTER_OF = 3;

    /** With less of its health than this share, in percent, a hunter goes to a station for repair. */
    private static final int REPAIR_PERCENT = 40;

    private static final Wishes DIGGER = new Wishes()
            .then(Upgrade.MINING, 1)
            .then(Upgrade.STORAGE, 1)
            .then(Upgrade.MINING, 2)
            .then(Upgrade.STORAGE, 2)
            .then(Upgrade.MINING, 3)
            .then(Upgrade.HEALTH, 1);

    private static final Wishes HUNTER = new Wishes()
            .then(Upgrade.DAMAGE, 1)
            .then(Upgrade.HEALTH, 1)
            .then(Upgrade.MINING, 1)
            .then(Upgrade.STORAGE, 1)
            .then(Upgrade.DAMAGE, 2)
            .then(Upgrade.COOLDOWN, 1)
            .then(Upgrade.HEALTH, 2)
            .then(Upgrade.MINING, 2)
            .then(Upgrade.DAMAGE, 3);

    @Override
    public void think(Commander commander) {
        Digging digging = new Digging(commander);
        Guard guard = new Guard(commander);
        Budget budget = new Budget(commander);
        int number = 0;
        for (Robot robot : commander.view().ownRobots()) {
            boolean hunter = number % HUNTER_OF == HUNTER_OF - 1;
            number++;
            if (!commander.isFree(robot) || budget.equip(robot, hunter ? HUNTER : DIGGER)) {
                continue;
            }
            boolean armed = robot.level(Upgrade.DAMAGE) > 0;
            if (!(hunter && armed && hunt(commander, digging, guard, robot)) && !guard.order(robot)) {
                digging.order(robot);
            }
        }
        budget.growTo(FIRST_ROBOTS, ROBOTS, 0);
    }

    private static boolean hunt(Commander commander, Digging digging, Guard guard, Robot hunter) {
        GameView view = commander.view();
        boolean atStation = view.map().isStation(hunter.tile());
        if (hunter.health() * 100 < view.maximumHealth(hunter) * REPAIR_PERCENT && !atStation) {
            return commander
                    .goTowards(hunter, digging.nearestStation(hunter.tile()))
                    .isUnderWay();
        }
        if (hunter.cargoUnits() > 0 && (atStation || view.room(hunter) == 0)) {
            return digging.sellAt(hunter, digging.nearestStation(hunter.tile()));
        }
        if (atStation && guard.order(hunter)) {
            return true;
        }
        Optional<Robot> prey = view.enemies().stream()
                .filter(enemy -> creditsPerHour(view, hunter, enemy) > 0)
                .max(Comparator.comparingLong(enemy -> creditsPerHour(view, hunter, enemy)));
        if (prey.isEmpty()) {
            return false;
        }
        if (!prey.get().tile().equals(hunter.tile())) {
            return commander.goTowards(hunter, prey.get().tile()).isUnderWay();
        }
        if (!view.canAttack(hunter, commander.nowMs())) {
            return false;
        }
        commander.attack(hunter, prey.get());
        return true;
    }

    /** What destroying a robot brings, by the time that it takes. */
    private static long creditsPerHour(GameView view, Robot hunter, Robot enemy) {
        long wayMs = view.routes().travelMs(hunter.tile(), enemy.tile());
        // Whoever is on the way somewhere is gone before the hunter is there; whoever digs stays for a while.
        boolean stays = wayMs == 0 || view.mine(enemy.tile()) != null;
        if (wayMs >= Routes.UNREACHABLE_MS || !stays || view.map().isStation(enemy.tile())) {
            return 0;
        }
        // A fraction of a health may be left beside those that are told.
        long hits = enemy.health() / view.damage(hunter) + 1L;
        long timeMs = wayMs + hits * view.rules().getAttackCooldownMs();
        int earlier = Math.min(view.killsOf(enemy.playerId()), 10);
        long points = (long) enemy.health() + (view.rules().getKillPoints() >> earlier);
        long credits = loot(view, hunter, enemy) + (view.rules().getKillCredits() >> earlier);
        return (credits + points * view.rules().getTradingCreditsPerPoint()) * 3_600_000L / timeMs;
    }

    private static long loot(GameView view, Robot hunter, Robot enemy) {
        long units = 0;
        int price = 0;
        for (var lot : enemy.cargo()) {
            Resource resource = lot.getResource();
            if (view.canHold(hunter, resource)) {
                units += lot.getUnits();
                price = Math.max(price, view.price(resource));
            }
        }
        return Math.min(units, view.room(hunter)) * price;
    }
}
