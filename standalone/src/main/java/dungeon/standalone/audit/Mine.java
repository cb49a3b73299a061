package dungeon.standalone.audit;

import dungeon.schemas.Resource;

/** A mine; another one that is discovered in the same place later is not it. */
final class Mine {
    final int tile;
    final Resource resource;
    int units;
    boolean isClosed;

    Mine(int tile, Resource resource, int units) {
        this.tile = tile;
        this.resource = resource;
        this.units = units;
    }
}
