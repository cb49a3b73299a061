package dungeon.robots;

import dungeon.platform.core.Principal;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Condition;
import dungeon.schemas.Levels;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** What is so when a scenario begins, where reaching it by commands would take too long. */
public final class Given {
    public static final List<Resource> RESOURCES = List.of(
            Resource.BIO_MATTER, Resource.CRYO_GAS, Resource.DARK_MATTER, Resource.ION_DUST, Resource.PLASMA_CORE);

    /** What a robot of level 0 has. */
    public static final long FULL_ENERGY = 20 * 5_000;

    private Given() {}

    public static Levels levels() {
        return new Levels(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Level 0 in everything but one. */
    public static Levels levels(Upgrade upgrade, int level) {
        return with(levels(), upgrade, level);
    }

    /** The fields are called as the upgrades are, but for underscores and capitals. */
    public static Levels with(Levels levels, Upgrade upgrade, int level) {
        Levels changed = copy(levels);
        String name = upgrade.name().replace("_", "").toLowerCase(Locale.ROOT);
        changed.getSchema().getFields().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .forEach(field -> changed.put(field.pos(), level));
        return changed;
    }

    /** A condition with actions that wait, of which the first runs at a time. */
    public static Condition condition(
            Tile at, long health, long energy, long asOfMs, long readyAtMs, int queued, long runsAtMs) {
        return new Condition(
                at,
                (int) (health / 100_000),
                (int) (health % 100_000),
                (int) (energy / 5_000),
                (int) (energy % 5_000),
                GameScenario.time(asOfMs),
                GameScenario.time(readyAtMs),
                queued,
                GameScenario.time(runsAtMs));
    }

    /** A condition without actions that wait. */
    public static Condition condition(Tile at, long health, long energy, long asOfMs, long readyAtMs, int queued) {
        if (queued != 0) {
            throw new IllegalArgumentException("Say when the first of the actions that wait runs");
        }
        Condition condition = condition(at, health, energy, asOfMs, readyAtMs, 0, 0);
        condition.setRunsAt(null);
        return condition;
    }

    /** A robot on a tile at the scenario's begin, in 1/100,000 of health and 1/5,000 of energy. */
    public static String robot(GameScenario game, Principal owner, Levels levels, Tile at, long health, long energy) {
        return game.spawn(owner, levels, condition(at, health, energy, 0, 0, 0));
    }

    /** A robot of level 0 with full health and energy on a tile at the scenario's begin. */
    public static String robot(GameScenario game, Principal owner, Tile at) {
        return robot(game, owner, levels(), at, 10 * 100_000, FULL_ENERGY);
    }

    public static void robot(GameScenario game, String robotId, Consumer<Robot> change) {
        Robot robot = copy(game.records().robot(robotId));
        change.accept(robot);
        game.records().put(RobotsTables.ROBOTS, robot);
    }

    public static void cargo(GameScenario game, String robotId, List<ResourceUnits> cargo) {
        robot(game, robotId, robot -> robot.setCargo(cargo));
    }

    public static void account(GameScenario game, Principal player, Consumer<Account> change) {
        Account account = copy(game.records().account(player.playerId()));
        change.accept(account);
        game.records().put(RobotsTables.ACCOUNTS, account);
    }

    public static void balance(GameScenario game, Principal player, long credits) {
        account(game, player, account -> account.setBalance(credits));
    }

    /** A copy of a record, to be changed; what is nested in it is shared. */
    @SuppressWarnings("unchecked")
    public static <T extends SpecificRecord> T copy(T record) {
        T copy = (T) SpecificData.newInstance(record.getClass(), record.getSchema());
        record.getSchema().getFields().forEach(field -> copy.put(field.pos(), record.get(field.pos())));
        return copy;
    }

    /** Units of the five resources, from bio matter to plasma cores; without those of which there are none. */
    public static List<ResourceUnits> units(int... ofEach) {
        List<ResourceUnits> units = new ArrayList<>();
        for (int i = 0; i < ofEach.length; i++) {
            if (ofEach[i] > 0) {
                units.add(new ResourceUnits(RESOURCES.get(i), ofEach[i]));
            }
        }
        return units;
    }
}
