import { describe, expect, it } from 'vitest';
import type { Action } from './events';
import type { GameState, Robot } from './GameState';
import { checkAim, checkOrder, delayOf, placeAfterQueue, toCommand, upgradePrice, type Order } from './orders';
import { mapOf, mine, player, robot, RULES, runningGame } from './testing/world';

const STATION = { x: 0, y: 0 };
const BIO = { x: 1, y: 0 };
const ION = { x: 2, y: 0 };
const EMPTY = { x: 0, y: 1 };

/** North: an empty star system, a void, a black hole. South: a station, a mine of bio matter, one of ion dust. */
function game(...robots: Robot[]): GameState {
  return runningGame(mapOf('3#B', 'SMM'), { robots, mines: [mine(BIO), mine(ION, 'ION_DUST')] });
}

function waiting(...actions: Action[]): Robot['queue'] {
  return actions.map((action, index) => ({ commandId: `c${index}`, action }));
}

const move = (direction: 'N' | 'E' | 'S' | 'W' | 'NE'): Order => ({ type: 'MoveRobot', robotId: 'r', direction });
const attack = (targetRobotId = 't'): Order => ({ type: 'AttackRobot', robotId: 'r', targetRobotId });
const START_MINING: Order = { type: 'StartMining', robotId: 'r' };
const SELL: Order = { type: 'SellResources', robotId: 'r' };
const upgrade = (levels = 1): Order => ({ type: 'BuyUpgrade', robotId: 'r', upgrade: 'STORAGE', levels });
const CARGO = [{ resource: 'BIO_MATTER', units: 20 }] as const;

const check = (state: GameState, order: Order, nowMs = 0) => checkOrder(state, 'me', order, nowMs);

describe('who gives an order', () => {
  const state = game(robot('r', STATION), robot('theirs', STATION, { playerId: 'you' }));

  it('has to take part in a running game', () => {
    expect(check({ ...state, phase: 'WAITING' }, SELL)).toEqual({ code: 'GAME_NOT_RUNNING', phase: 'WAITING' });
    expect(checkOrder(state, null, SELL, 0)).toEqual({ code: 'NOT_A_PARTICIPANT' });
    expect(checkOrder(state, 'stranger', SELL, 0)).toEqual({ code: 'NOT_A_PARTICIPANT' });
    state.players.set('me', player('me', { eliminated: true }));
    expect(check(state, SELL)).toEqual({ code: 'ELIMINATED' });
    state.players.set('me', player('me'));
  });

  it('orders living robots of his own', () => {
    expect(check(state, { type: 'SellResources', robotId: 'nobody' })).toEqual({ code: 'UNKNOWN_ROBOT' });
    expect(check(state, { type: 'ClearQueue', robotId: 'theirs' })).toEqual({ code: 'NOT_OWNER' });
    expect(check(game(robot('r', STATION, { destroyed: true })), SELL)).toEqual({ code: 'ROBOT_DESTROYED' });
    expect(check(state, { type: 'ClearQueue', robotId: 'r' })).toBeNull();
  });
});

describe('a move', () => {
  const state = game(robot('r', STATION));

  it('goes to a star system', () => {
    expect(check(state, move('N'))).toBeNull();
    expect(check(state, move('W'))).toEqual({ code: 'EDGE' });
    expect(check(state, move('NE'))).toEqual({ code: 'VOID', tile: { x: 1, y: 1 } });
  });

  it('is judged where the queue will have led the robot', () => {
    const queue = waiting({ type: 'MoveRobot', direction: 'E' }, { type: 'MoveRobot', direction: 'N' }, { type: 'SellResources' });
    const on = robot('r', STATION, { queue });
    expect(placeAfterQueue(game(on), on)).toEqual(BIO);
    expect(check(game(on), move('N'))).toEqual({ code: 'VOID', tile: { x: 1, y: 1 } });
    expect(check(game(on), move('W'))).toBeNull();
  });

  it('is judged where the caller says, too', () => {
    expect(checkOrder(state, 'me', move('W'), 0, BIO)).toBeNull();
  });

  it('has no place in a full queue', () => {
    const queue = waiting(...Array.from({ length: 16 }, () => ({ type: 'SellResources' }) as const));
    expect(check(game(robot('r', STATION, { queue })), move('N'))).toEqual({ code: 'QUEUE_FULL', maximum: 16 });
  });

  it('never takes more energy than the robot can have', () => {
    const poor = { ...state, rules: { ...RULES, energyCapacity: [2, 2, 2, 2, 2, 2] } };
    expect(check(poor, move('N'))).toEqual({ code: 'TOO_LITTLE_CAPACITY', needed: 3, capacity: 2 });
    expect(check(poor, move('E'))).toBeNull();
  });
});

describe('an attack', () => {
  it('needs a living target on the same tile, away from stations', () => {
    const target = (changed: Partial<Robot>) => robot('t', EMPTY, { playerId: 'you', ...changed });
    const at = (tile: typeof EMPTY, changed: Partial<Robot> = {}) => check(game(robot('r', tile), target(changed)), attack());
    expect(at(EMPTY)).toBeNull();
    expect(at(BIO)).toEqual({ code: 'NOT_HERE', tile: EMPTY });
    expect(at(EMPTY, { destroyed: true })).toEqual({ code: 'TARGET_DESTROYED' });
    expect(at(STATION, { position: STATION })).toEqual({ code: 'SAFE_ZONE' });
    expect(check(game(robot('r', EMPTY)), attack('x'))).toEqual({ code: 'UNKNOWN_TARGET' });
  });

  it('is never on the robot itself', () => {
    expect(check(game(robot('r', EMPTY)), attack('r'))).toEqual({ code: 'SELF_TARGET' });
  });

  it('needs somebody else where the queue leads, before one may aim', () => {
    const aim = (on: Robot, ...others: Robot[]) => checkAim(game(on, ...others), 'me', on, 0);
    const theirs = robot('t', EMPTY, { playerId: 'you' });
    expect(aim(robot('r', EMPTY), theirs)).toBeNull();
    expect(aim(robot('r', STATION, { queue: waiting({ type: 'MoveRobot', direction: 'N' }) }), theirs)).toBeNull();
    expect(aim(robot('r', EMPTY), robot('mine', EMPTY))).toEqual({ code: 'NOBODY_HERE' });
    expect(aim(robot('r', EMPTY), robot('t', EMPTY, { playerId: 'you', destroyed: true }))).toEqual({ code: 'NOBODY_HERE' });
    expect(aim(robot('r', STATION), theirs)).toEqual({ code: 'SAFE_ZONE' });
  });
});

describe('mining', () => {
  it('needs a mine, here or anywhere', () => {
    expect(check(game(robot('r', BIO)), START_MINING)).toBeNull();
    expect(check(game(robot('r', EMPTY)), START_MINING)).toEqual({ code: 'NO_MINE' });
    expect(check(game(robot('r', EMPTY)), { ...START_MINING, mine: BIO } as Order)).toBeNull();
  });

  it('needs a level that can hold the resource', () => {
    expect(check(game(robot('r', ION)), START_MINING)).toEqual({ code: 'CANNOT_HOLD', resource: 'ION_DUST', miningLevel: 3 });
    expect(check(game(robot('r', ION, {}, { mining: 3 })), START_MINING)).toBeNull();
  });

  it('needs room, unless a sale comes before it', () => {
    expect(check(game(robot('r', BIO, { cargo: CARGO })), START_MINING)).toEqual({ code: 'CARGO_FULL', capacity: 20 });
    const queue = waiting({ type: 'SellResources' });
    expect(check(game(robot('r', BIO, { cargo: CARGO, queue })), START_MINING)).toBeNull();
  });

  it('is one process at a time', () => {
    const mining = { mine: BIO, resource: 'BIO_MATTER', startedAtMs: 0, completesAtMs: 5_000 } as const;
    expect(check(game(robot('r', BIO, { mining })), START_MINING, 3_800)).toEqual({ code: 'MINING_IN_PROGRESS', ms: 1_200 });
    expect(check(game(robot('r', BIO, { mining, readyAtMs: 5_000 })), START_MINING, 3_800)).toBeNull();
  });
});

describe('a sale', () => {
  it('is made at a station', () => {
    expect(check(game(robot('r', STATION, { cargo: CARGO })), SELL)).toBeNull();
    expect(check(game(robot('r', BIO, { cargo: CARGO })), SELL)).toEqual({ code: 'NOT_AT_STATION' });
  });

  it('needs something to sell, now or by then', () => {
    expect(check(game(robot('r', STATION)), SELL)).toEqual({ code: 'NOTHING_TO_SELL' });
    const queue = waiting({ type: 'MoveRobot', direction: 'E' }, { type: 'StartMining' }, { type: 'MoveRobot', direction: 'W' });
    expect(check(game(robot('r', STATION, { queue })), SELL)).toBeNull();
  });
});

describe('a purchase', () => {
  const buy = (quantity: number, station?: typeof EMPTY): Order => ({ type: 'BuyRobots', quantity, station });

  it('of robots costs 100 credits each, at a station', () => {
    expect(check(game(), buy(5))).toBeNull();
    expect(check(game(), buy(6))).toEqual({ code: 'TOO_EXPENSIVE', price: 600, balance: 500 });
    expect(check(game(), buy(1, EMPTY))).toEqual({ code: 'NOT_A_STATION', tile: EMPTY });
  });

  it.each([0, -3, 1.5, 101, Number.NaN])('of %s robots is none', (quantity) => {
    expect(check(game(), buy(quantity))).toEqual({ code: 'INVALID_QUANTITY', maximum: 100 });
  });

  it('of robots ends at a hundred', () => {
    const state = game();
    state.players.set('me', player('me', { robots: 99, balance: 9_999 }));
    expect(check(state, buy(1))).toBeNull();
    expect(check(state, buy(2))).toEqual({ code: 'ROBOT_LIMIT', robots: 99, maximum: 100 });
  });

  it('of upgrades is made where the robot is now: a voucher is lost away from a station', () => {
    const queue = waiting({ type: 'MoveRobot', direction: 'E' });
    expect(check(game(robot('r', STATION, { queue })), upgrade())).toBeNull();
    expect(check(game(robot('r', BIO)), upgrade())).toEqual({ code: 'NOT_AT_STATION' });
  });

  it('of upgrades has a price, and an end', () => {
    expect(check(game(robot('r', STATION)), upgrade(3))).toEqual({ code: 'TOO_EXPENSIVE', price: 1_850, balance: 500 });
    expect(check(game(robot('r', STATION, {}, { storage: 5 })), upgrade())).toEqual({ code: 'MAX_LEVEL', level: 5 });
  });

  it.each([
    ['STORAGE', 0, 1, 50],
    ['STORAGE', 1, 2, 1_800],
    ['MINING', 0, 5, 28_800],
    ['COOLDOWN', 4, 1, 15_000],
    ['COOLDOWN', 4, 2, null],
    ['COOLDOWN', 5, 1, null],
  ] as const)('of %s from level %i by %i costs %s', (kind, fromLevel, levels, price) => {
    expect(upgradePrice(RULES, kind, fromLevel, levels)).toBe(price);
  });
});

describe('a delay', () => {
  it('is no refusal', () => {
    const cooling = game(robot('r', STATION, { readyAtMs: 2_000 }));
    expect(check(cooling, move('E'), 800)).toBeNull();
    expect(delayOf(cooling, move('E'), 800)).toEqual({ code: 'COOLING_DOWN', ms: 1_200 });
  });

  it('can be for want of energy, or for what waits before', () => {
    expect(delayOf(game(robot('r', STATION, { energy: 0 })), move('N'), 0)).toEqual({ code: 'LOW_ENERGY', ms: 1_875 });
    const queue = waiting({ type: 'SellResources' });
    expect(delayOf(game(robot('r', STATION, { queue })), move('N'), 0)).toEqual({ code: 'QUEUED', place: 2 });
  });

  it('is none for what runs at once', () => {
    expect(delayOf(game(robot('r', STATION)), move('E'), 0)).toBeNull();
    expect(delayOf(game(robot('r', STATION, { readyAtMs: 2_000 })), upgrade(), 0)).toBeNull();
  });
});

it('a command is what the server wants to be told', () => {
  expect(JSON.stringify(toCommand(move('NE')))).toBe('{"type":"MoveRobot","robotId":"r","direction":"NE"}');
  expect(toCommand(upgrade(2))).toEqual({ type: 'BuyUpgrade', robotId: 'r', upgrade: 'STORAGE', levels: 2 });
});
