package dungeon.players.game;

import dungeon.schemas.Resource;

/**
 * A mine that is open.
 *
 * @param tile where it is
 * @param resource what it gives
 * @param unitsLeft how much of that is left, after the last process that completed
 */
public record Mine(Tile tile, Resource resource, int unitsLeft) {}
