import type { GameEvent, Tile } from '../game/events';
import type { Point } from './Camera';
import type { MapScene } from './scene';

export type EffectKind =
  | 'shot'
  | 'burst'
  | 'loot'
  | 'sale'
  | 'glow'
  | 'pulse'
  | 'gain'
  | 'collapse'
  | 'ping'
  | 'failure'
  | 'discard'
  | 'count';

/** Something to see at a moment; places in tiles, `progress` from 0 to 1. */
export interface Effect {
  readonly kind: EffectKind;
  readonly x: number;
  readonly y: number;
  /** Where it comes from, if it comes from elsewhere. */
  readonly fromX: number;
  readonly fromY: number;
  readonly progress: number;
  /** Of the player it belongs to. */
  readonly playerId: string | undefined;
  readonly text: string;
  /** Numbers that appear at one place at the same time stand in rows, from 0. */
  readonly row: number;
}

/** From this speed on there are counts instead of effects. */
export const COUNTS_FROM_SPEED = 16;
const WINDOW_MS = 1_500;
/** Most events are these; nothing is to be seen of them here. */
const UNSEEN: ReadonlySet<GameEvent['type']> = new Set(['RobotMoved', 'ActionQueued', 'MiningStarted', 'UpgradePurchased']);

/** Numbers of a player at one place whose progress differs by less are written as one. */
const SAME_TIME_PROGRESS = 0.35;
const MOST_ROWS = 3;

const LASTS_MS: Record<EffectKind, number> = {
  shot: 450,
  burst: 1_000,
  loot: 900,
  sale: 1_500,
  glow: 1_300,
  pulse: 900,
  gain: 1_300,
  collapse: 1_500,
  ping: 1_500,
  failure: 700,
  discard: 1_000,
  count: WINDOW_MS,
};

/** How much game time before `nowMs` the recent events of a scene should reach back: 1.5 s as the viewer's clock goes. */
export function recentWindowMs(speed: number): number {
  return WINDOW_MS * Math.max(1, speed);
}

/** What is to be seen of the recent events of a scene; `placeOf` says where a robot is drawn. */
export function effectsAt(scene: MapScene, placeOf: (robotId: string) => Point | null): Effect[] {
  const factor = Math.max(1, scene.speed);
  if (scene.speed >= COUNTS_FROM_SPEED) {
    return countsAt(scene, WINDOW_MS * factor, placeOf);
  }
  const effects: Effect[] = [];
  const numbers: Numbers[] = [];
  for (const event of scene.recent) {
    if (UNSEEN.has(event.type)) {
      continue;
    }
    const ageMs = (scene.nowMs - timeOf(event)) / factor;
    if (ageMs < 0 || ageMs >= WINDOW_MS) {
      continue;
    }
    for (const effect of effectsOf(event, scene, placeOf)) {
      const progress = ageMs / LASTS_MS[effect.kind];
      if (progress >= 1) {
        continue;
      }
      if (effect.kind === 'sale' || effect.kind === 'gain') {
        addNumber(numbers, { ...effect, progress });
      } else {
        effects.push({ ...effect, progress });
      }
    }
  }
  return [...effects, ...numbers.map(({ effect, sum }) => ({ ...effect, text: `+${sum}` }))];
}

interface Numbers {
  readonly effect: Effect;
  sum: number;
}

/** Adds to a player's number that has just begun to rise at the same place, or sets a new one, above those of others. */
function addNumber(numbers: Numbers[], effect: Effect): void {
  const beside = numbers.filter((other) => other.effect.x === effect.x && other.effect.y === effect.y);
  const own = beside.find(
    (other) =>
      other.effect.playerId === effect.playerId &&
      other.effect.kind === effect.kind &&
      other.effect.progress - effect.progress < SAME_TIME_PROGRESS,
  );
  if (own) {
    own.sum += Number(effect.text);
  } else {
    numbers.push({ effect: { ...effect, row: beside.length % MOST_ROWS }, sum: Number(effect.text) });
  }
}

const times = new WeakMap<GameEvent, number>();

/** Events are looked at in many frames, and their time is parsed but once. */
function timeOf(event: GameEvent): number {
  const known = times.get(event);
  if (known !== undefined) {
    return known;
  }
  const time = Date.parse(event.time);
  times.set(event, time);
  return time;
}

/** Of one event, from its beginning. */
function effectsOf(event: GameEvent, scene: MapScene, placeOf: (robotId: string) => Point | null): Effect[] {
  const { playerId } = event;
  switch (event.type) {
    case 'RobotAttacked': {
      const target = placeOf(event.targetRobotId) ?? centre(event.targetCondition.position);
      const attacker = placeOf(event.robotId) ?? centre(event.condition.position);
      return [effect('shot', target, playerId, `−${event.damage}`, attacker)];
    }
    case 'RobotDestroyed': {
      const place = placeOf(event.robotId);
      const winner = event.byRobotId === undefined ? null : placeOf(event.byRobotId);
      const loot = (event.looted ?? []).reduce((sum, { units }) => sum + units, 0);
      return place === null
        ? []
        : [
            effect('burst', place, scene.state.robots.get(event.robotId)?.playerId),
            ...(winner && loot > 0 ? [effect('loot', winner, playerId, `+${loot}`, place)] : []),
          ];
    }
    case 'ResourcesSold':
      return [effect('sale', centre(event.condition.position), playerId, String(event.revenue))];
    case 'RobotsPurchased':
      return [effect('glow', centre(event.station), playerId)];
    case 'RobotSpawned':
    case 'RobotUpgraded':
      return [effect('glow', placeOf(event.robotId) ?? centre(event.condition.position), playerId)];
    case 'ResourcesMined':
      return event.collected > 0
        ? [effect('pulse', centre(event.mine), playerId), effect('gain', centre(event.mine), playerId, String(event.collected))]
        : [effect('pulse', centre(event.mine), playerId)];
    case 'MineDepleted':
      return [effect('collapse', centre(event.mine), undefined)];
    case 'MineDiscovered':
      return [effect('ping', centre(event.mine), undefined)];
    case 'ActionFailed':
      return [effect('failure', placeOf(event.robotId) ?? centre(event.condition.position), playerId)];
    case 'VoucherDiscarded': {
      const place = placeOf(event.robotId);
      return place === null ? [] : [effect('discard', place, playerId)];
    }
    default:
      return [];
  }
}

interface TileCounts {
  readonly tile: Tile;
  damage: number;
  destroyed: number;
  revenue: number;
  units: number;
  youngestMs: number;
}

/** Sums a tile: robots destroyed, damage, credits, units. */
function countsAt(scene: MapScene, windowMs: number, placeOf: (robotId: string) => Point | null): Effect[] {
  const byTile = new Map<number, TileCounts>();
  for (const event of scene.recent) {
    if (UNSEEN.has(event.type)) {
      continue;
    }
    const ageMs = scene.nowMs - timeOf(event);
    const tile = ageMs >= 0 && ageMs < windowMs ? tileOf(event, placeOf) : null;
    if (!tile) {
      continue;
    }
    const key = tile.y * scene.state.map.width + tile.x;
    const counts = byTile.get(key) ?? { tile, damage: 0, destroyed: 0, revenue: 0, units: 0, youngestMs: ageMs };
    byTile.set(key, counts);
    counts.youngestMs = Math.min(counts.youngestMs, ageMs);
    counts.damage += event.type === 'RobotAttacked' ? event.damage : 0;
    counts.destroyed += event.type === 'RobotDestroyed' ? 1 : 0;
    counts.revenue += event.type === 'ResourcesSold' ? event.revenue : 0;
    counts.units += event.type === 'ResourcesMined' ? event.collected : 0;
  }
  return [...byTile.values()]
    .map((counts) => ({
      ...effect('count', centre(counts.tile), undefined, textOf(counts)),
      progress: counts.youngestMs / windowMs,
    }))
    .filter(({ text }) => text !== '');
}

function tileOf(event: GameEvent, placeOf: (robotId: string) => Point | null): Tile | null {
  switch (event.type) {
    case 'RobotAttacked':
      return event.targetCondition.position;
    case 'ResourcesSold':
      return event.condition.position;
    case 'ResourcesMined':
      return event.mine;
    case 'RobotDestroyed': {
      const place = placeOf(event.robotId);
      return place && { x: Math.floor(place.x), y: Math.floor(place.y) };
    }
    default:
      return null;
  }
}

/** The gravest of what happened. */
function textOf({ destroyed, damage, revenue, units }: TileCounts): string {
  if (destroyed > 0) {
    return `×${destroyed}`;
  }
  if (damage > 0) {
    return `−${damage}`;
  }
  const gained = revenue > 0 ? revenue : units;
  return gained > 0 ? `+${gained}` : '';
}

function effect(kind: EffectKind, at: Point, playerId: string | undefined, text = '', from: Point = at): Effect {
  return { kind, x: at.x, y: at.y, fromX: from.x, fromY: from.y, progress: 0, playerId, text, row: 0 };
}

function centre(tile: Tile): Point {
  return { x: tile.x + 0.5, y: tile.y + 0.5 };
}
