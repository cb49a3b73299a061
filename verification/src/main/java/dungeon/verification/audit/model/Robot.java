package dungeon.verification.audit.model;

import dungeon.schemas.Resource;
import dungeon.schemas.Upgrade;
import java.util.ArrayDeque;

/** A robot as of the last event about it. Health is in 1/100,000, energy in 1/5,000. */
public final class Robot {
    public final String id;
    public final Player owner;
    public int tile;
    public long healthParts;
    public long energyParts;
    public long asOfMs;
    public long readyAtMs;
    public final ArrayDeque<WaitingAction> queue = new ArrayDeque<>();
    public final int[] levels = new int[Upgrade.values().length];
    public final int[] cargo = new int[Resource.values().length];
    public int damageBonus;
    public long spentOnUpgrades;
    public boolean isDestroyed;
    public MiningProcess process;

    public Robot(String id, Player owner, int tile) {
        this.id = id;
        this.owner = owner;
        this.tile = tile;
    }

    public int level(Upgrade upgrade) {
        return levels[Index.of(upgrade)];
    }

    public int load() {
        int units = 0;
        for (int each : cargo) {
            units += each;
        }
        return units;
    }
}
