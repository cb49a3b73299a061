import type { Tile } from './events';
import type { GameMap, GameState, TileIndex } from './GameState';
import { contentAt, DIRECTIONS, gravityIndex, indexOf, isStarSystem, neighbour, tileAt } from './tiles';

interface Reached {
  readonly energy: number;
  readonly from: TileIndex;
}

/**
 * The way from a tile to another one: the tiles to enter, one after the other. It has the fewest steps, because each costs the same
 * time, and of those ways the least gravity. It leads through a black hole only to end there. Empty if there is no way, or nowhere to go.
 */
export function routeTo(map: GameMap, from: Tile, to: Tile): Tile[] {
  const target = indexOf(map, to);
  if (!isStarSystem(map, to) || target === indexOf(map, from)) {
    return [];
  }
  const reached = reachedFrom(map, from, (index) => index === target);
  return reached.has(target) ? wayBack(map, reached, target) : [];
}

/** The way to the closest of some tiles; null if none of them can be reached. One on which one stands already is no way at all. */
export function routeToNearest(map: GameMap, from: Tile, targets: readonly Tile[]): { tile: Tile; route: Tile[] } | null {
  const wanted = new Set(targets.map((tile) => indexOf(map, tile)));
  if (wanted.has(indexOf(map, from))) {
    return { tile: from, route: [] };
  }
  const reached = reachedFrom(map, from, (index) => wanted.has(index));
  let best: TileIndex | null = null;
  for (const index of wanted) {
    const energy = reached.get(index)?.energy;
    if (energy !== undefined && (best === null || energy < (reached.get(best)?.energy ?? Infinity))) {
      best = index;
    }
  }
  return best === null ? null : { tile: tileAt(map, best), route: wayBack(map, reached, best) };
}

/** The space station to which the way is shortest, and the way; null if none can be reached. */
export function nearestStation(state: GameState, from: Tile): { tile: Tile; route: Tile[] } | null {
  const stations: Tile[] = [];
  for (const [index, content] of state.map.contents) {
    if (content === 'SPACE_STATION') {
      stations.push(tileAt(state.map, index));
    }
  }
  return routeToNearest(state.map, from, stations);
}

/** Ring by ring, so that steps count first; within a ring the cheapest way to each tile stays. Ends with the ring of a target. */
function reachedFrom(map: GameMap, from: Tile, isTarget: (index: TileIndex) => boolean): Map<TileIndex, Reached> {
  const start = indexOf(map, from);
  const reached = new Map<TileIndex, Reached>([[start, { energy: 0, from: start }]]);
  let ring: TileIndex[] = [start];
  while (ring.length > 0 && !ring.some((index) => index !== start && isTarget(index))) {
    const next = new Map<TileIndex, Reached>();
    for (const index of ring) {
      const energySoFar = reached.get(index)?.energy ?? 0;
      for (const direction of DIRECTIONS) {
        const tile = neighbour(tileAt(map, index), direction);
        const neighbourIndex = indexOf(map, tile);
        if (!isStarSystem(map, tile) || reached.has(neighbourIndex)) {
          continue;
        }
        if (contentAt(map, tile) === 'BLACK_HOLE' && !isTarget(neighbourIndex)) {
          continue;
        }
        const energy = energySoFar + gravityIndex(map, tile) + 1;
        if (energy < (next.get(neighbourIndex)?.energy ?? Infinity)) {
          next.set(neighbourIndex, { energy, from: index });
        }
      }
    }
    for (const [index, step] of next) {
      reached.set(index, step);
    }
    ring = [...next.keys()];
  }
  return reached;
}

function wayBack(map: GameMap, reached: ReadonlyMap<TileIndex, Reached>, target: TileIndex): Tile[] {
  const way: Tile[] = [];
  let index = target;
  for (let step = reached.get(index); step !== undefined && step.from !== index; step = reached.get(index)) {
    way.unshift(tileAt(map, index));
    index = step.from;
  }
  return way;
}
