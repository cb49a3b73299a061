package dungeon.standalone.audit;

import dungeon.schemas.Resource;
import dungeon.schemas.Upgrade;
import java.util.ArrayDeque;

/** A robot as of the last event about it. Health is in 1/100,000, energy in 1/5,000. */
final class Robot {
    final String id;
    final Player owner;
    int tile;
    long healthParts;
    long energyParts;
    long asOfMs;
    long readyAtMs;
    final ArrayDeque<WaitingAction> queue = new ArrayDeque<>();
    final int[] levels = new int[Upgrade.values().length];
    final int[] cargo = new int[Resource.values().length];
    int damageBonus;
    long spentOnUpgrades;
    boolean isDestroyed;
    MiningProcess process;

    Robot(String id, Player owner, int tile) {
        this.id = id;
        this.owner = owner;
        this.tile = tile;
    }

    int level(Upgrade upgrade) {
        return levels[Index.of(upgrade)];
    }

    int load() {
        int units = 0;
        for (int each : cargo) {
            units += each;
        }
        return units;
    }
}
