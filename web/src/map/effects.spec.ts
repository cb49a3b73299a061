import { describe, expect, it } from 'vitest';
import type { GameEvent } from '../game/events';
import { effectsAt, recentWindowMs } from './effects';
import { robotAt, sceneWith, START_MS, timeAt } from './testScene';

const PLACES: Record<string, { x: number; y: number }> = { a: { x: 1.5, y: 1.5 }, b: { x: 1.7, y: 1.5 } };
const placeOf = (robotId: string): { x: number; y: number } | null => PLACES[robotId] ?? null;

function event(type: GameEvent['type'], ms: number, payload: object): GameEvent {
  return { type, gameId: 'game', sequence: 1, time: timeAt(ms), remaining: 0, playerId: 'anna', robotId: 'a', ...payload } as unknown as GameEvent;
}

function effectsOf(recent: readonly GameEvent[], nowMs: number, speed = 1): readonly object[] {
  const robots = [robotAt('a', { x: 1, y: 1 }), robotAt('b', { x: 1, y: 1 }, { playerId: 'bert', destroyed: true })];
  return effectsAt(sceneWith(robots, { recent, speed, nowMs: START_MS + nowMs }), placeOf);
}

const SALE = event('ResourcesSold', 0, { revenue: 90, condition: { position: { x: 1, y: 1 } } });
const SHOT = event('RobotAttacked', 0, {
  targetRobotId: 'b',
  damage: 2,
  condition: { position: { x: 1, y: 1 } },
  targetCondition: { position: { x: 1, y: 1 } },
});
const DEATH = event('RobotDestroyed', 0, { robotId: 'b', byRobotId: 'a', looted: [{ resource: 'BIO_MATTER', units: 3 }] });

describe('effectsAt', () => {
  it('lets the credits of a sale rise at its station and go after 1.5 s', () => {
    expect(effectsOf([SALE], 750)).toEqual([
      { kind: 'sale', x: 1.5, y: 1.5, fromX: 1.5, fromY: 1.5, progress: 0.5, playerId: 'anna', text: '+90', row: 0 },
    ]);
    expect(effectsOf([SALE], 1_500)).toEqual([]);
  });

  it('shows a shot from the attacker to its target', () => {
    expect(effectsOf([SHOT], 0)).toEqual([
      { kind: 'shot', x: 1.7, y: 1.5, fromX: 1.5, fromY: 1.5, progress: 0, playerId: 'anna', text: '−2', row: 0 },
    ]);
  });

  it('lets a robot burst in its own colour and its cargo fly to the winner', () => {
    expect(effectsOf([DEATH], 0)).toMatchObject([
      { kind: 'burst', x: 1.7, playerId: 'bert' },
      { kind: 'loot', x: 1.5, fromX: 1.7, playerId: 'anna', text: '+3' },
    ]);
  });

  it('lets nothing fly when a black hole took the robot', () => {
    expect(effectsOf([event('RobotDestroyed', 0, { robotId: 'b', cause: 'BLACK_HOLE' })], 0)).toMatchObject([{ kind: 'burst' }]);
  });

  it.each([
    ['ResourcesMined', { mine: { x: 4, y: 2 }, collected: 2 }, ['pulse', 'gain']],
    ['ResourcesMined', { mine: { x: 4, y: 2 }, collected: 0 }, ['pulse']],
    ['MineDepleted', { mine: { x: 4, y: 2 } }, ['collapse']],
    ['MineDiscovered', { mine: { x: 4, y: 2 } }, ['ping']],
    ['RobotsPurchased', { station: { x: 4, y: 2 } }, ['glow']],
    ['RobotUpgraded', { condition: { position: { x: 1, y: 1 } } }, ['glow']],
    ['ActionFailed', { condition: { position: { x: 1, y: 1 } } }, ['failure']],
    ['VoucherDiscarded', {}, ['discard']],
    ['RobotMoved', {}, []],
  ] as const)('shows %s %j as %j', (type, payload, kinds) => {
    expect(effectsOf([event(type, 0, payload)], 0)).toMatchObject(kinds.map((kind) => ({ kind })));
  });

  it('shows nothing of what has not happened yet', () => {
    expect(effectsOf([SALE], -1)).toEqual([]);
  });

  it('lets an effect last as long for the viewer when the game runs faster', () => {
    expect(effectsOf([SALE], 3_000, 4)).toMatchObject([{ progress: 0.5 }]);
    expect([recentWindowMs(0), recentWindowMs(1), recentWindowMs(4)]).toEqual([1_500, 1_500, 6_000]);
  });

  it('adds up the numbers of a player at one place, and sets those of another above', () => {
    const bert = { ...SALE, playerId: 'bert' } as GameEvent;
    expect(effectsOf([SALE, SALE, bert], 0)).toMatchObject([
      { text: '+180', playerId: 'anna', row: 0 },
      { text: '+90', playerId: 'bert', row: 1 },
    ]);
  });

  it('counts from speed 16 on, a tile at a time, the gravest first', () => {
    const elsewhere = event('ResourcesSold', 0, { revenue: 10, condition: { position: { x: 5, y: 5 } } });
    expect(effectsOf([SHOT, SHOT, SALE, elsewhere, elsewhere], 0, 16)).toMatchObject([
      { kind: 'count', x: 1.5, y: 1.5, text: '−4' },
      { kind: 'count', x: 5.5, y: 5.5, text: '+20' },
    ]);
    expect(effectsOf([SHOT, DEATH], 0, 16)).toMatchObject([{ text: '×1' }]);
  });
});
