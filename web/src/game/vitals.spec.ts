import { describe, expect, it } from 'vitest';
import { nextRunsAtMs, runsAtMs } from './actionCosts';
import { mapOf, robot, RULES, runningGame } from './testing/world';
import { cargoUnits, cooldownShare, energyAt, healthAt, msUntilReady, storage, vitalsAt } from './vitals';

const AWAY = { x: 1, y: 0 };
const STATION = { x: 0, y: 0 };
const state = runningGame(mapOf('S123'));

describe('energy', () => {
  it('regenerates by 4 in 5 s, and by 8 at a station', () => {
    expect(energyAt(state, robot('r', AWAY, { energy: 0 }), 2_500)).toBe(2 * 5_000);
    expect(energyAt(state, robot('r', STATION, { energy: 0 }), 2_500)).toBe(4 * 5_000);
  });

  it('does not exceed the capacity', () => {
    expect(vitalsAt(state, robot('r', AWAY), 60_000)).toMatchObject({ energy: 20, energyCapacity: 20 });
  });

  it('is rounded down where it is shown', () => {
    expect(vitalsAt(state, robot('r', AWAY, { energy: 0 }), 1_249).energy).toBe(0);
    expect(vitalsAt(state, robot('r', AWAY, { energy: 0 }), 1_250).energy).toBe(1);
  });
});

describe('health', () => {
  const hurt = { health: 4 * 100_000 };

  it('regenerates at stations only, by 5 % of the maximum in a second', () => {
    expect(healthAt(state, robot('r', AWAY, hurt), 60_000)).toBe(4 * 100_000);
    expect(healthAt(state, robot('r', STATION, hurt), 2_000)).toBe(5 * 100_000);
    expect(vitalsAt(state, robot('r', STATION, hurt), 60_000)).toMatchObject({ health: 10, maximumHealth: 10 });
  });

  it('regenerates faster with levels of both kinds', () => {
    const better = robot('r', STATION, { health: 0 }, { health: 2, healthRegeneration: 3 });
    expect(vitalsAt(state, better, 1_000)).toMatchObject({ health: 6, maximumHealth: 50 });
  });

  it('stays as it is for a robot that is no more', () => {
    expect(healthAt(state, robot('r', STATION, { health: 0, destroyed: true }), 60_000)).toBe(0);
    expect(energyAt(state, robot('r', STATION, { energy: 5, destroyed: true }), 60_000)).toBe(5);
  });
});

describe('a moment that is out of reach', () => {
  it('before the robot\'s last event is that event', () => {
    expect(energyAt(state, robot('r', AWAY, { energy: 7, asOfMs: 1_000 }), 0)).toBe(7);
  });

  it('after the end of the game is its end', () => {
    const over = { ...state, endedAtMs: 1_250 };
    expect(vitalsAt(over, robot('r', AWAY, { energy: 0 }), 60_000).energy).toBe(1);
  });
});

describe('a cooldown', () => {
  const cooling = robot('r', AWAY, { cooldownFromMs: 1_000, readyAtMs: 3_000 });

  it('runs down from 1 to 0', () => {
    expect([0, 1_000, 1_500, 3_000, 9_000].map((timeMs) => cooldownShare(cooling, timeMs))).toEqual([1, 1, 0.75, 0, 0]);
    expect([1_500, 3_000, 9_000].map((timeMs) => msUntilReady(cooling, timeMs))).toEqual([1_500, 0, 0]);
  });

  it('is none for a new robot, and for one that is no more', () => {
    expect(cooldownShare(robot('r', AWAY), 0)).toBe(0);
    expect(msUntilReady({ ...cooling, destroyed: true }, 0)).toBe(0);
  });
});

describe('an action', () => {
  it('runs when the cooldown is over and the energy suffices', () => {
    const east = { type: 'MoveRobot', direction: 'E' } as const;
    expect(runsAtMs(state, robot('r', AWAY, { readyAtMs: 700 }), east)).toBe(700);
    expect(runsAtMs(state, robot('r', AWAY, { energy: 0, asOfMs: 100, readyAtMs: 700 }), east)).toBe(2_600);
    expect(runsAtMs(state, robot('r', STATION, { energy: 0, readyAtMs: 0 }), { type: 'AttackRobot' })).toBe(625);
  });

  it('does not wait for energy that the robot can never have', () => {
    const poor = { ...state, rules: { ...RULES, energyCapacity: [1, 1, 1, 1, 1, 1] } };
    expect(runsAtMs(poor, robot('r', AWAY, { energy: 0, readyAtMs: 9 }), { type: 'MoveRobot', direction: 'E' })).toBe(9);
  });

  it('that waits is the first of the queue', () => {
    const queue = [{ commandId: 'c', action: { type: 'SellResources' } as const }];
    expect(nextRunsAtMs(state, robot('r', AWAY, { readyAtMs: 70, queue }))).toBe(70);
    expect(nextRunsAtMs(state, robot('r', AWAY))).toBeNull();
  });
});

it('cargo and storage come from levels', () => {
  const strong = robot('r', AWAY, {}, { storage: 2 });
  expect(storage(RULES, strong.levels)).toBe(100);
  expect(cargoUnits([{ resource: 'BIO_MATTER', units: 2 }, { resource: 'ION_DUST', units: 5 }])).toBe(7);
});
