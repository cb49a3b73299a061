import type { Levels, Tile } from '../events';
import { emptyState } from '../evolve';
import type { Content, GameMap, GameState, Mine, Player, Robot, TileIndex } from '../GameState';
import { NO_POINTS } from '../scores';
import { NO_LEVELS } from '../upgrades';
import { recording } from './fixtures';

/** The default rules, as the recorded games have them. */
export const RULES = (() => {
  const created = recording('pocket').events[0];
  if (created?.type !== 'GameCreated') {
    throw new Error('A game begins with its creation');
  }
  return created.rules as GameState['rules'];
})();

const CONTENTS: Readonly<Record<string, Content>> = { S: 'SPACE_STATION', M: 'MINE', B: 'BLACK_HOLE' };

/** A map as drawn, north up: # void, S station, M mine, B black hole, 1 to 3 an empty star system of that gravity. */
export function mapOf(...rows: string[]): GameMap {
  const symbols = [...rows].reverse().join('');
  const contents = new Map<TileIndex, Content>();
  [...symbols].forEach((symbol, index) => {
    const content = CONTENTS[symbol];
    if (content !== undefined) {
      contents.set(index, content);
    }
  });
  return {
    width: rows[0]?.length ?? 0,
    height: rows.length,
    gravity: Uint8Array.from(symbols, (symbol) => (Number(symbol) >= 1 ? Number(symbol) : 1)),
    voids: Uint8Array.from(symbols, (symbol) => (symbol === '#' ? 1 : 0)),
    contents,
  };
}

/** A running game, in which `me` and `you` take part. */
export function runningGame(map: GameMap, parts: { robots?: Robot[]; mines?: Mine[]; players?: Player[] } = {}): GameState {
  const players = parts.players ?? [player('me', { number: 0 }), player('you', { number: 1 })];
  return {
    ...emptyState('game'),
    phase: 'RUNNING',
    rules: RULES,
    map,
    players: new Map(players.map((one) => [one.playerId, one])),
    robots: new Map((parts.robots ?? []).map((one) => [one.robotId, one])),
    mines: new Map((parts.mines ?? []).map((one) => [one.position.y * map.width + one.position.x, one])),
  };
}

export function player(playerId: string, changed: Partial<Player> = {}): Player {
  return {
    sequence: 1,
    playerId,
    name: playerId,
    number: 0,
    homeStation: { x: 0, y: 0 },
    balance: 500,
    points: NO_POINTS,
    total: 0,
    robots: 1,
    robotsBought: 1,
    miningProcesses: 0,
    salesRevenue: 0,
    kills: {},
    eliminated: false,
    ...changed,
  };
}

/** A fresh robot of `me`, as of 0 ms. */
export function robot(robotId: string, position: Tile, changed: Partial<Omit<Robot, 'levels'>> = {}, levels: Partial<Levels> = {}): Robot {
  return {
    sequence: 1,
    robotId,
    playerId: 'me',
    name: robotId,
    destroyed: false,
    position,
    from: position,
    movedAtMs: 0,
    arrivesAtMs: 0,
    health: 10 * 100_000,
    energy: 20 * 5_000,
    asOfMs: 0,
    cooldownFromMs: 0,
    readyAtMs: 0,
    levels: { ...NO_LEVELS, ...levels },
    damageBonus: 0,
    cargo: [],
    queue: [],
    mining: null,
    destroyedAtMs: null,
    ...changed,
  };
}

export function mine(position: Tile, resource: Mine['resource'] = 'BIO_MATTER', remainingUnits = 100): Mine {
  return { sequence: 1, position, resource, placedUnits: 100, remainingUnits };
}
