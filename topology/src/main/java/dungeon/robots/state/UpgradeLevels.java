package dungeon.robots.state;

import dungeon.schemas.Levels;
import dungeon.schemas.Upgrade;

/** The levels of upgrades: reading one, changing one. */
public final class UpgradeLevels {
    private UpgradeLevels() {}

    public static int of(Levels levels, Upgrade upgrade) {
        return switch (upgrade) {
            case STORAGE -> levels.getStorage();
            case MINING -> levels.getMining();
            case DAMAGE -> levels.getDamage();
            case HEALTH -> levels.getHealth();
            case HEALTH_REGENERATION -> levels.getHealthRegeneration();
            case ENERGY_CAPACITY -> levels.getEnergyCapacity();
            case ENERGY_REGENERATION -> levels.getEnergyRegeneration();
            case COOLDOWN -> levels.getCooldown();
            case UNKNOWN -> throw unknownUpgrade();
        };
    }

    /** The levels with one of them changed. */
    public static Levels with(Levels levels, Upgrade upgrade, int level) {
        Levels changed = Levels.newBuilder(levels).build();
        switch (upgrade) {
            case STORAGE -> changed.setStorage(level);
            case MINING -> changed.setMining(level);
            case DAMAGE -> changed.setDamage(level);
            case HEALTH -> changed.setHealth(level);
            case HEALTH_REGENERATION -> changed.setHealthRegeneration(level);
            case ENERGY_CAPACITY -> changed.setEnergyCapacity(level);
            case ENERGY_REGENERATION -> changed.setEnergyRegeneration(level);
            case COOLDOWN -> changed.setCooldown(level);
            case UNKNOWN -> throw unknownUpgrade();
        }
        return changed;
    }

    private static IllegalArgumentException unknownUpgrade() {
        return new IllegalArgumentException("A command with an unknown upgrade is refused earlier");
    }
}
