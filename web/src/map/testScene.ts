import type { Rules, Tile } from '../game/events';
import type { Content, GameState, Mine, Robot } from '../game/GameState';
import type { MapScene } from './scene';

/** For tests: times are counted from here. */
export const START_MS = Date.parse('2026-01-01T00:00:00.000Z');

export function timeAt(ms: number): string {
  return new Date(START_MS + ms).toISOString();
}

export function robotAt(robotId: string, position: Tile, changes: Partial<Robot> = {}): Robot {
  return {
    sequence: 1,
    robotId,
    playerId: 'anna',
    name: robotId,
    destroyed: false,
    position,
    from: position,
    movedAtMs: START_MS - 10_000,
    arrivesAtMs: START_MS - 8_000,
    health: 1_000_000,
    energy: 100_000,
    asOfMs: START_MS,
    cooldownFromMs: START_MS - 10_000,
    readyAtMs: START_MS - 8_000,
    levels: { storage: 0, mining: 0, damage: 0, health: 0, healthRegeneration: 0, energyCapacity: 0, energyRegeneration: 0, cooldown: 0 },
    damageBonus: 0,
    cargo: [],
    queue: [],
    mining: null,
    destroyedAtMs: null,
    ...changes,
  };
}

export interface TestMap {
  readonly width?: number;
  readonly height?: number;
  readonly contents?: ReadonlyMap<number, Content>;
  readonly mines?: readonly Mine[];
}

/** Two players, anna (one's own) and bert, without voids. */
export function sceneWith(robots: readonly Robot[], changes: Partial<MapScene> = {}, map: TestMap = {}): MapScene {
  const width = map.width ?? 10;
  const height = map.height ?? 8;
  const state: GameState = {
    gameId: 'game',
    sequence: 1,
    timeMs: START_MS,
    phase: 'RUNNING',
    mapName: 'test',
    participantLimit: 4,
    durationMs: 600_000,
    createdAtMs: START_MS,
    startedAtMs: START_MS,
    endsAtMs: START_MS + 600_000,
    endedAtMs: null,
    endReason: null,
    practiceFor: null,
    rules: { health: [10], storage: [20] } as Rules,
    standings: null,
    map: { width, height, gravity: new Uint8Array(width * height).fill(1), voids: new Uint8Array(width * height), contents: map.contents ?? new Map() },
    players: new Map(),
    robots: new Map(robots.map((robot) => [robot.robotId, robot])),
    mines: new Map((map.mines ?? []).map((mine) => [mine.position.y * width + mine.position.x, mine])),
  };
  return {
    state,
    nowMs: START_MS,
    speed: 0,
    looks: new Map([
      ['anna', { colour: 0, shape: 0, isOwn: true }],
      ['bert', { colour: 1, shape: 0, isOwn: false }],
    ]),
    recent: [],
    selection: null,
    hovered: null,
    followedPlayerId: null,
    plannedRoute: [],
    reducedMotion: false,
    ...changes,
  };
}
