package dungeon.rules;

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

/** What is so when a scenario begins, where reaching it by commands would take too long. */
final class Given {
    static final List<Resource> RESOURCES = List.of(
            Resource.BIO_MATTER, Resource.CRYO_GAS, Resource.DARK_MATTER, Resource.ION_DUST, Resource.PLASMA_CORE);

    /** What a robot of level 0 has. */
    static final long FULL_ENERGY = 20 * 5_000;

    private Given() {}

    static Levels levels() {
        return new Levels(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Level 0 in everything but one. */
    static Levels levels(Upgrade upgrade, int level) {
        return with(levels(), upgrade, level);
    }

    /** The fields are called as the upgrades are, but for underscores and capitals. */
    static Levels with(Levels levels, Upgrade upgrade, int level) {
        Levels changed = Copies.copy(levels, new Levels());
        String name = upgrade.name().replace("_", "").toLowerCase(Locale.ROOT);
        changed.getSchema().getFields().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .forEach(field -> changed.put(field.pos(), level));
        return changed;
    }

    static Condition condition(Tile at, long health, long energy, long asOfMs, long readyAtMs, int queued) {
        return new Condition(
                at,
                (int) (health / 100_000),
                (int) (health % 100_000),
                (int) (energy / 5_000),
                (int) (energy % 5_000),
                GameScenario.time(asOfMs),
                GameScenario.time(readyAtMs),
                queued);
    }

    /** A robot on a tile at the scenario's begin, in 1/100,000 of health and 1/5,000 of energy. */
    static String robot(GameScenario game, Caller owner, Levels levels, Tile at, long health, long energy) {
        return game.spawn(owner, levels, condition(at, health, energy, 0, 0, 0));
    }

    /** A robot of level 0 with full health and energy on a tile at the scenario's begin. */
    static String robot(GameScenario game, Caller owner, Tile at) {
        return robot(game, owner, levels(), at, 10 * 100_000, FULL_ENERGY);
    }

    static void robot(GameScenario game, String robotId, Consumer<Robot> change) {
        Robot robot = Copies.copy(game.world().robot(robotId), new Robot());
        change.accept(robot);
        game.world().put(robot);
    }

    static void cargo(GameScenario game, String robotId, List<ResourceUnits> cargo) {
        robot(game, robotId, robot -> robot.setCargo(cargo));
    }

    static void account(GameScenario game, Caller player, Consumer<Account> change) {
        Account account = Copies.copy(game.world().account(player.playerId()), new Account());
        change.accept(account);
        game.world().put(account);
    }

    static void balance(GameScenario game, Caller player, long credits) {
        account(game, player, account -> account.setBalance(credits));
    }

    /** Units of the five resources, from bio matter to plasma cores; without those of which there are none. */
    static List<ResourceUnits> units(int... ofEach) {
        List<ResourceUnits> units = new ArrayList<>();
        for (int i = 0; i < ofEach.length; i++) {
            if (ofEach[i] > 0) {
                units.add(new ResourceUnits(RESOURCES.get(i), ofEach[i]));
            }
        }
        return units;
    }
}
