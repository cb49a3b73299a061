package dungeon.standalone.bots.player;

import dungeon.schemas.Resource;

/**
 * A mine that is open.
 *
 * @param place where
 * @param resource what it gives
 * @param unitsLeft how much of that is left, after the last process that completed
 */
public record Mine(Place place, Resource resource, int unitsLeft) {}
