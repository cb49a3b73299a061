package dungeon.verification.audit.model;

import dungeon.schemas.Resource;

/** A mine; another one that is discovered in the same place later is not it. */
public final class Mine {
    public final int tile;
    public final Resource resource;
    public int units;
    public boolean isClosed;

    public Mine(int tile, Resource resource, int units) {
        this.tile = tile;
        this.resource = resource;
        this.units = units;
    }
}
