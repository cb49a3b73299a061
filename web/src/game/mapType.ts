import type { components } from '../api/generated/queries';
import type { TileIndex } from './GameState';
import type { Resource } from './events';

type Schemas = components['schemas'];

export type MapType = Schemas['MapType'];
/** A part of a map, or several. Written by hand it may lack the brackets of a list. */
export type Areas = Schemas['Area'] | readonly Schemas['Area'][];
export type ContentKind = Schemas['ContentKind'];

/** Where contents can be, and how many of them a game draws there. */
export interface ContentPlan {
  readonly kind: ContentKind;
  readonly resource: Resource | null;
  readonly unitsMin: number;
  readonly unitsMax: number;
  readonly count: number;
  /** The star systems of the area, by rows from below. */
  readonly tiles: readonly TileIndex[];
}

/** What all games of a map type have in common. */
export interface MapPlan {
  readonly width: number;
  readonly height: number;
  /** One a tile, 1 to 3. */
  readonly gravity: Uint8Array;
  /** One a tile, 1 for a void. */
  readonly voids: Uint8Array;
  readonly contents: readonly ContentPlan[];
}

export interface DrawnContent {
  readonly kind: ContentKind;
  readonly resource: Resource | null;
}

export const GRAVITY_STEPS: Readonly<Record<Schemas['Gravity'], 1 | 2 | 3>> = { LIGHT: 1, MEDIUM: 2, INTENSE: 3 };
const TILES_MAXIMUM = 200 * 200;

interface Size {
  readonly width: number;
  readonly height: number;
}

function addRectangle(tiles: Set<TileIndex>, size: Size, from: readonly number[], to: readonly number[]): void {
  const [fromX = 0, fromY = 0] = from;
  const [toX = 0, toY = 0] = to;
  const lastX = Math.min(Math.max(fromX, toX), size.width - 1);
  const lastY = Math.min(Math.max(fromY, toY), size.height - 1);
  for (let y = Math.max(0, Math.min(fromY, toY)); y <= lastY; y++) {
    for (let x = Math.max(0, Math.min(fromX, toX)); x <= lastX; x++) tiles.add(y * size.width + x);
  }
}

function addRing(tiles: Set<TileIndex>, size: Size, [first = 0, last = 0]: readonly number[]): void {
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const distance = Math.min(x, y, size.width - 1 - x, size.height - 1 - y);
      if (distance >= first && distance <= last) tiles.add(y * size.width + x);
    }
  }
}

function addTile(tiles: Set<TileIndex>, size: Size, [x = -1, y = -1]: readonly number[]): void {
  if (x >= 0 && x < size.width && y >= 0 && y < size.height) tiles.add(y * size.width + x);
}

/** The tiles of all parts of an area, each once, by rows from (0,0); what lies outside the map is left out. */
export function expandAreas(areas: Areas, size: Size): TileIndex[] {
  const tiles = new Set<TileIndex>();
  const parts: readonly Schemas['Area'][] = Array.isArray(areas) ? areas : [areas];
  for (const part of parts) {
    if (part.all === true) addRectangle(tiles, size, [0, 0], [size.width - 1, size.height - 1]);
    for (const tile of part.tiles ?? []) addTile(tiles, size, tile);
    if (part.from !== undefined && part.to !== undefined) addRectangle(tiles, size, part.from, part.to);
    if (part.ring !== undefined) addRing(tiles, size, part.ring);
  }
  return [...tiles].sort((one, other) => one - other);
}

function contentPlan(layer: Schemas['ContentLayer'], size: Size, voids: Uint8Array): ContentPlan {
  const tiles = expandAreas(layer.area, size).filter((tile) => voids[tile] === 0);
  const wanted = layer.count ?? Math.floor((tiles.length * (layer.share ?? 0)) / 1_000);
  const [unitsMin = 0, unitsMax = unitsMin] = layer.units ?? [];
  return { kind: layer.kind, resource: layer.resource ?? null, unitsMin, unitsMax, count: Math.min(wanted, tiles.length), tiles };
}

/** Works a map type through as the game does: later entries overwrite earlier ones. */
export function planOf(mapType: MapType): MapPlan {
  const { width, height } = mapType;
  const size = { width, height };
  const gravity = new Uint8Array(width * height).fill(GRAVITY_STEPS[mapType.defaultGravity]);
  for (const layer of mapType.gravity ?? []) {
    for (const tile of expandAreas(layer.area, size)) gravity[tile] = GRAVITY_STEPS[layer.level];
  }
  const voids = new Uint8Array(width * height);
  for (const layer of mapType.structure ?? []) {
    for (const tile of expandAreas(layer.area, size)) voids[tile] = layer.kind === 'VOID' ? 1 : 0;
  }
  return { width, height, gravity, voids, contents: (mapType.contents ?? []).map((layer) => contentPlan(layer, size, voids)) };
}

/** A plan of what somebody is still writing; null as long as it cannot be drawn. */
export function planOfDraft(draft: unknown): MapPlan | null {
  const written = draft as Partial<MapType> | null;
  const { width = 0, height = 0, defaultGravity = 'LIGHT' } = typeof written === 'object' && written !== null ? written : {};
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 2 || height < 2 || width * height > TILES_MAXIMUM) return null;
  try {
    return planOf({ ...written, name: '', width, height, defaultGravity });
  } catch {
    return null;
  }
}

/** Layers of the same content as one: all that are drawn, on all tiles where one can be. */
export function joinContents(layers: readonly ContentPlan[]): ContentPlan[] {
  const joined = new Map<string, ContentPlan>();
  for (const layer of layers) {
    const key = `${layer.kind} ${layer.resource ?? ''}`;
    const before = joined.get(key);
    joined.set(key, before === undefined ? layer : joinTwo(before, layer));
  }
  return [...joined.values()];
}

function joinTwo(one: ContentPlan, other: ContentPlan): ContentPlan {
  return {
    ...one,
    unitsMin: Math.min(one.unitsMin, other.unitsMin),
    unitsMax: Math.max(one.unitsMax, other.unitsMax),
    count: one.count + other.count,
    tiles: [...new Set([...one.tiles, ...other.tiles])].sort((a, b) => a - b),
  };
}

/** A source of chance between 0 and 1 that gives the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Contents as a game could draw them: each layer in its turn, on star systems that are still empty. */
export function drawContents(plan: MapPlan, random: () => number): Map<TileIndex, DrawnContent> {
  const drawn = new Map<TileIndex, DrawnContent>();
  for (const layer of plan.contents) {
    const empty = layer.tiles.filter((tile) => !drawn.has(tile));
    for (let left = Math.min(layer.count, empty.length); left > 0; left--) {
      const [tile] = empty.splice(Math.floor(random() * empty.length), 1);
      if (tile !== undefined) drawn.set(tile, { kind: layer.kind, resource: layer.resource });
    }
  }
  return drawn;
}
