import type { Direction, Tile } from './events';
import type { Content, GameMap, TileIndex } from './GameState';

export const DIRECTIONS: readonly Direction[] = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'];

/** How far a direction leads; (0,0) is the lower left corner, so that N is up. */
export const STEPS: Readonly<Record<Direction, Tile>> = {
  N: { x: 0, y: 1 },
  NE: { x: 1, y: 1 },
  E: { x: 1, y: 0 },
  SE: { x: 1, y: -1 },
  S: { x: 0, y: -1 },
  SW: { x: -1, y: -1 },
  W: { x: -1, y: 0 },
  NW: { x: -1, y: 1 },
};

/** The tile next to another one; it can lie outside the map. */
export function neighbour(tile: Tile, direction: Direction): Tile {
  const step = STEPS[direction];
  return { x: tile.x + step.x, y: tile.y + step.y };
}

/** The direction that leads from a tile to one that touches it; null for any other tile. */
export function directionBetween(from: Tile, to: Tile): Direction | null {
  return DIRECTIONS.find((direction) => sameTile(neighbour(from, direction), to)) ?? null;
}

export function sameTile(one: Tile, other: Tile): boolean {
  return one.x === other.x && one.y === other.y;
}

export function indexOf(map: GameMap, tile: Tile): TileIndex {
  return tile.y * map.width + tile.x;
}

export function tileAt(map: GameMap, index: TileIndex): Tile {
  return { x: index % map.width, y: Math.floor(index / map.width) };
}

export function isInside(map: GameMap, tile: Tile): boolean {
  return tile.x >= 0 && tile.y >= 0 && tile.x < map.width && tile.y < map.height;
}

export function isStarSystem(map: GameMap, tile: Tile): boolean {
  return isInside(map, tile) && map.voids[indexOf(map, tile)] === 0;
}

export function contentAt(map: GameMap, tile: Tile): Content | null {
  return isInside(map, tile) ? (map.contents.get(indexOf(map, tile)) ?? null) : null;
}

export function isStation(map: GameMap, tile: Tile): boolean {
  return contentAt(map, tile) === 'SPACE_STATION';
}

/** The place of a tile's gravity in the arrays of the rules. */
export function gravityIndex(map: GameMap, tile: Tile): number {
  return (map.gravity[indexOf(map, tile)] ?? 1) - 1;
}
