import { describe, expect, it } from 'vitest';
import type { Order } from '../../game/orders';
import { emptyState } from '../../game/evolve';
import type { Content, GameState, Player, Robot } from '../../game/GameState';
import { NO_LEVELS } from '../../game/upgrades';
import { planOne, planSale, planWay, queuedRoute, sendable, usesQueue } from './OrderPlan';

/** A corridor of five tiles with a station at its left end; the tile above its middle is a void. */
function corridor(changed: Partial<Robot> = {}): { state: GameState; robot: Robot } {
  const state = emptyState('g');
  const robot = {
    sequence: 1, robotId: 'r', playerId: 'p', name: 'Ada-1', destroyed: false, position: { x: 3, y: 0 }, from: { x: 3, y: 0 },
    movedAtMs: 0, arrivesAtMs: 0, health: 1_000_000, energy: 100_000, asOfMs: 0, cooldownFromMs: 0, readyAtMs: 0, levels: NO_LEVELS,
    damageBonus: 0, cargo: [{ resource: 'BIO_MATTER', units: 5 }], queue: [], mining: null, destroyedAtMs: null, ...changed,
  } as Robot;
  state.phase = 'RUNNING';
  state.rules = { ...state.rules, queueMaximum: 16, moveEnergy: [1, 2, 3], energyCapacity: [20] };
  state.map = { width: 5, height: 2, gravity: new Uint8Array(10).fill(1), voids: Uint8Array.from([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]), contents: new Map<number, Content>([[0, 'SPACE_STATION']]) };
  state.robots.set('r', robot);
  state.players.set('p', { playerId: 'p', number: 0, homeStation: { x: 0, y: 0 }, balance: 0, eliminated: false } as Player);
  return { state, robot };
}

const west: Order = { type: 'MoveRobot', robotId: 'r', direction: 'W' };

describe('a plan', () => {
  it('goes step by step', () => {
    const { state, robot } = corridor();
    expect(planWay(state, robot, { x: 1, y: 0 })).toEqual({ plan: { robotId: 'r', orders: [west, west], route: [{ x: 2, y: 0 }, { x: 1, y: 0 }] } });
  });

  it('takes the place of what was planned before', () => {
    const { state, robot } = corridor({ queue: [{ commandId: 'c', action: { type: 'MoveRobot', direction: 'E' } }] });
    const planned = planWay(state, robot, { x: 2, y: 0 });
    expect('plan' in planned && planned.plan.orders).toEqual([{ type: 'ClearQueue', robotId: 'r' }, west]);
  });

  it('says that nothing can enter a void', () => {
    const { state, robot } = corridor();
    expect(planWay(state, robot, { x: 2, y: 1 })).toEqual({ refusal: { code: 'VOID', tile: { x: 2, y: 1 } } });
  });

  it('sells at the nearest station', () => {
    const { state, robot } = corridor();
    const planned = planSale(state, 'p', robot, 0);
    expect('plan' in planned && planned.plan.orders).toEqual([west, west, west, { type: 'SellResources', robotId: 'r' }]);
  });

  it('does not go to a station with an empty hold', () => {
    const { state, robot } = corridor({ cargo: [] });
    expect(planSale(state, 'p', robot, 0)).toEqual({ refusal: { code: 'NOTHING_TO_SELL' } });
  });

  it('sells instead of what was planned before, however much that is', () => {
    const queue = Array.from({ length: 16 }, (_, index) => ({ commandId: `c${index}`, action: { type: 'MoveRobot', direction: 'E' } as const }));
    const away = corridor({ position: { x: 1, y: 0 }, queue });
    const planned = planSale(away.state, 'p', away.robot, 0);
    expect('plan' in planned && planned.plan.orders).toEqual([{ type: 'ClearQueue', robotId: 'r' }, west, { type: 'SellResources', robotId: 'r' }]);
    const docked = corridor({ position: { x: 0, y: 0 }, queue: queue.slice(0, 2) });
    const here = planSale(docked.state, 'p', docked.robot, 0);
    expect('plan' in here && here.plan.orders).toEqual([{ type: 'ClearQueue', robotId: 'r' }, { type: 'SellResources', robotId: 'r' }]);
  });

  it('does not count on what a mine would bring that it leaves', () => {
    const mining = { mine: { x: 3, y: 0 }, resource: 'BIO_MATTER', startedAtMs: 0, completesAtMs: 5_000 } as const;
    const { state, robot } = corridor({ cargo: [], mining });
    expect(planSale(state, 'p', robot, 0)).toEqual({ refusal: { code: 'NOTHING_TO_SELL' } });
  });

  it('takes the place of orders that are still on their way', () => {
    const { state, robot } = corridor();
    const planned = planWay(state, robot, { x: 2, y: 0 }, true);
    expect('plan' in planned && planned.plan.orders).toEqual([{ type: 'ClearQueue', robotId: 'r' }, west]);
  });

  it('of an upgrade leaves the queue alone', () => {
    const upgrade: Order = { type: 'BuyUpgrade', robotId: 'r', upgrade: 'STORAGE', levels: 1 };
    expect(usesQueue({ robotId: 'r', orders: [upgrade], route: [] })).toBe(false);
    expect(usesQueue({ robotId: 'r', orders: [west], route: [] })).toBe(true);
  });

  it('is refused for who does not take part', () => {
    const { state } = corridor();
    expect(planOne(state, 'stranger', west, 0)).toEqual({ refusal: { code: 'NOT_A_PARTICIPANT' } });
  });
});

describe('what is sent at once', () => {
  it('is as much as the queue has room for', () => {
    expect(sendable([west, west, west], 2)).toBe(2);
  });

  it('does not count orders that need no room', () => {
    expect(sendable([{ type: 'ClearQueue', robotId: 'r' }, west, west], 1)).toBe(2);
  });
});

describe('the way of a queue', () => {
  it('is where its moves lead', () => {
    const { robot } = corridor({ queue: [{ commandId: 'a', action: { type: 'MoveRobot', direction: 'W' } }, { commandId: 'b', action: { type: 'SellResources' } }] });
    expect(queuedRoute(robot)).toEqual([{ x: 2, y: 0 }]);
  });
});
