package dungeon.verification.audit.model;

import dungeon.schemas.Discovery;
import java.util.BitSet;

/** An entry of the map's discoveries, and how far it has come. */
public final class PendingDiscovery {
    public final Discovery entry;
    public final BitSet area;
    public final long placed;
    public int happened;
    public boolean isToCome;

    public PendingDiscovery(Discovery entry, BitSet area, long placed) {
        this.entry = entry;
        this.area = area;
        this.placed = placed;
    }

    /** Whether the entry is about a mine. */
    public boolean counts(Mine mine) {
        return entry.getResource() == mine.resource && area.get(mine.tile);
    }
}
