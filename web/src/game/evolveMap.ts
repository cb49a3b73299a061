import type { EventOf, Resource, Tile } from './events';
import type { Content, GameMap, GameState, TileIndex } from './GameState';
import { indexOf } from './tiles';

/** The bytes of a map are positions in the server's enumerations, where 0 is an unknown symbol. */
const VOID_CODE = 2;

export const NO_MAP: GameMap = {
  width: 0,
  height: 0,
  gravity: new Uint8Array(),
  voids: new Uint8Array(),
  contents: new Map(),
};

export function mapInstantiated(state: GameState, event: EventOf<'MapInstantiated'>): void {
  const contents = new Map<TileIndex, Content>();
  for (const content of event.contents) {
    contents.set(content.tile.y * event.width + content.tile.x, content.kind);
  }
  state.map = {
    width: event.width,
    height: event.height,
    gravity: bytesOf(event.gravity),
    voids: bytesOf(event.structure).map((code) => (code === VOID_CODE ? 1 : 0)),
    contents,
  };
  for (const content of event.contents) {
    if (content.kind === 'MINE' && content.resource !== undefined) {
      placeMine(state, event.sequence, content.tile, content.resource, content.units ?? 0);
    }
  }
}

export function mineDepleted(state: GameState, event: EventOf<'MineDepleted'>): void {
  changeContent(state, event.mine, null);
}

export function mineDiscovered(state: GameState, event: EventOf<'MineDiscovered'>): void {
  placeMine(state, event.sequence, event.mine, event.resource, event.units);
  changeContent(state, event.mine, 'MINE');
}

function placeMine(state: GameState, sequence: number, position: Tile, resource: Resource, units: number): void {
  const index = indexOf(state.map, position);
  const before = state.mines.get(index);
  if (before === undefined || before.sequence < sequence) {
    state.mines.set(index, { sequence, position, resource, placedUnits: units, remainingUnits: units });
  }
}

function changeContent(state: GameState, tile: Tile, content: Content | null): void {
  const contents = new Map(state.map.contents);
  if (content === null) {
    contents.delete(indexOf(state.map, tile));
  } else {
    contents.set(indexOf(state.map, tile), content);
  }
  state.map = { ...state.map, contents };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (symbol) => symbol.charCodeAt(0));
}
