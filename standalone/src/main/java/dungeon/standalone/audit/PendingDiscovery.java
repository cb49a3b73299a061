package dungeon.standalone.audit;

import dungeon.schemas.Discovery;
import java.util.BitSet;

/** An entry of the map's discoveries, and how far it has come. */
final class PendingDiscovery {
    final Discovery entry;
    final BitSet area;
    final long placed;
    int happened;
    boolean isToCome;

    PendingDiscovery(Discovery entry, BitSet area, long placed) {
        this.entry = entry;
        this.area = area;
        this.placed = placed;
    }

    /** Whether the entry is about a mine. */
    boolean counts(Mine mine) {
        return entry.getResource() == mine.resource && area.get(mine.tile);
    }
}
