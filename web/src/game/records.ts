import type { GameEvent, Tile } from './events';
import type { GameState, Mine, Player, Robot } from './GameState';
import { indexOf } from './tiles';

/**
 * Each record is changed at most once by an event, and passes over what it contains already: the server's fold does the same, and a
 * fold that begins at a snapshot depends on it, because single records of a snapshot can be ahead of it.
 */
function change<K, V extends { readonly sequence: number }>(
  records: Map<K, V>,
  key: K,
  event: GameEvent,
  changed: (before: V) => Omit<Partial<V>, 'sequence'>,
): void {
  const before = records.get(key);
  if (before === undefined) {
    throw new Error(`Event ${event.sequence} (${event.type}) changes what no event has brought: ${String(key)}`);
  }
  if (event.sequence > before.sequence) {
    records.set(key, { ...before, ...changed(before), sequence: event.sequence });
  }
}

export function changeRobot(
  state: GameState,
  event: GameEvent,
  robotId: string,
  changed: (before: Robot) => Omit<Partial<Robot>, 'sequence'>,
): void {
  change(state.robots, robotId, event, changed);
}

export function changePlayer(
  state: GameState,
  event: GameEvent,
  playerId: string | undefined,
  changed: (before: Player) => Omit<Partial<Player>, 'sequence'>,
): void {
  change(state.players, playerId ?? 'a player without an id', event, changed);
}

export function changeMine(
  state: GameState,
  event: GameEvent,
  tile: Tile,
  changed: (before: Mine) => Omit<Partial<Mine>, 'sequence'>,
): void {
  change(state.mines, indexOf(state.map, tile), event, changed);
}
