import { beforeEach, describe, expect, it, vi } from 'vitest';
import { computed, shallowRef } from 'vue';
import { Problem } from '../../api/problems';
import type { GameEvent } from '../../game/events';
import type { GameState, Robot } from '../../game/GameState';
import type { Command } from '../../game/orders';
import { mapOf, mine, robot, runningGame } from '../../game/testing/world';
import { en } from '../../texts/game';
import { en as problems } from '../../texts/problems';
import { useSession } from '../useSession';
import type { GameSession } from './useGame';
import { useOrders } from './useOrders';

const { beginGuestSession, beginSession, sendCommands } = vi.hoisted(() => ({ beginGuestSession: vi.fn(), beginSession: vi.fn(), sendCommands: vi.fn() }));
vi.mock('../../api/client', () => ({ beginGuestSession, beginSession, sendCommands }));

const STATION = { x: 0, y: 0 };
const MINE = { x: 1, y: 0 };
const HOLE = { x: 2, y: 0 };

/** A station, a mine, a black hole, and then a corridor that is longer than a queue. */
function world(...robots: Robot[]): GameState {
  return runningGame(mapOf('1'.repeat(24), `SMB${'1'.repeat(21)}`), { robots, mines: [mine(MINE)] });
}

function opened(state: GameState) {
  const latest = shallowRef(state);
  let tell: (events: readonly GameEvent[]) => void = () => undefined;
  const session = {
    gameId: 'game',
    latest,
    onEvents: (listener: typeof tell) => {
      tell = listener;
    },
  } as unknown as GameSession;
  const { session: signedIn } = useSession();
  const orders = useOrders({
    session,
    ownPlayerId: computed(() => signedIn.value?.playerId ?? null),
    isLive: () => true,
    liveMs: () => 0,
  });
  return {
    orders,
    states: () => orders.placed.value.map((order) => order.state),
    happens: (type: GameEvent['type'], command: Partial<Command> | undefined, facts: object = {}) =>
      tell([{ type, robotId: 'r', commandId: command?.commandId, playerId: 'me', remaining: 0, ...facts } as unknown as GameEvent]),
  };
}

/** What a request sent, once it is. */
async function sent(request: number): Promise<Command[]> {
  await vi.waitFor(() => expect(sendCommands.mock.calls.length).toBeGreaterThan(request));
  return sendCommands.mock.calls[request]?.[1] as Command[];
}

const typesOf = async (request: number): Promise<string[]> => (await sent(request)).map((command) => command.type);

beforeEach(async () => {
  vi.clearAllMocks();
  sendCommands.mockResolvedValue([]);
  beginSession.mockResolvedValue({ playerId: 'me', playerName: 'Me', isAdministrator: false, expiresAtMs: 4_000_000_000_000 });
  await useSession().adoptToken('x.y.z');
});

describe('an order that the server refuses', () => {
  it('gives the reason, in the list and beside it', async () => {
    sendCommands.mockRejectedValue(new Problem({ code: 'BUSY', status: 503, detail: '' }));
    const on = robot('r', MINE);
    const { orders } = opened(world(on));
    orders.mine(on);
    await vi.waitFor(() => expect(orders.refusal.value).toBe(problems.sentences['BUSY']));
    expect(orders.placed.value[0]).toMatchObject({ words: 'Mine here · r', state: 'rejected', why: problems.sentences['BUSY'] });
  });

  it('for its session says that one has to sign in again, and makes no guest', async () => {
    sendCommands.mockRejectedValue(new Problem({ code: 'UNAUTHENTICATED', status: 401, detail: '' }));
    const on = robot('r', MINE);
    const { orders } = opened(world(on));
    orders.mine(on);
    await vi.waitFor(() => expect(useSession().expired.value).toBe(true));
    expect(orders.refusal.value).toBe(problems.sentences['UNAUTHENTICATED']);
    orders.buyRobots(1);
    expect(orders.refusal.value).toBe(en.refusals.NOT_A_PARTICIPANT());
    expect(beginGuestSession).not.toHaveBeenCalled();
  });
});

describe('an order', () => {
  it('to mine runs until the process ends', async () => {
    const on = robot('r', MINE);
    const { orders, states, happens } = opened(world(on));
    orders.mine(on);
    const [command] = await sent(0);
    happens('ActionQueued', command, { remaining: 0 });
    expect(states()).toEqual(['queued']);
    happens('MiningStarted', command);
    expect(states()).toEqual(['running']);
    happens('QueueCleared', undefined);
    expect(states()).toEqual(['running']);
    happens('ResourcesMined', command);
    expect(states()).toEqual(['done']);
  });

  it('is dropped with the queue in which it waits, if it is older', async () => {
    const on = robot('r', MINE);
    const { orders, states, happens } = opened(world(on));
    orders.goTo(on, { x: 3, y: 1 });
    happens('ActionQueued', (await sent(0))[0]);
    orders.goTo(on, STATION);
    expect(await typesOf(1)).toEqual(['ClearQueue', 'MoveRobot']);
    happens('QueueCleared', (await sent(1))[0]);
    expect(states()).toEqual(['pending', 'dropped']);
    happens('RobotMoved', (await sent(1))[1]);
    expect(states()).toEqual(['done', 'dropped']);
  });

  it('is dropped when its robot is lost', async () => {
    const on = robot('r', MINE);
    const { orders, states, happens } = opened(world(on));
    orders.goTo(on, { x: 3, y: 1 });
    happens('ActionQueued', (await sent(0))[0]);
    happens('RobotDestroyed', undefined);
    expect(states()).toEqual(['dropped']);
  });

  it('of which a rest is unsent gives way to the next one, but not to an upgrade', async () => {
    const on = robot('r', STATION);
    const { orders, states } = opened(world(on));
    orders.goTo(on, { x: 23, y: 1 });
    expect(await typesOf(0)).toHaveLength(16);
    expect(orders.unsentOf('r')).toBe(7);
    orders.buyUpgrade(on, 'STORAGE', 1);
    expect(orders.unsentOf('r')).toBe(7);
    expect(states()).toEqual(['pending', 'pending']);
    orders.goTo(on, MINE);
    expect(states()).toEqual(['pending', 'pending', 'replaced']);
    expect(orders.unsentOf('r')).toBe(0);
  });

  it('whose voucher is lost has failed', async () => {
    const on = robot('r', STATION);
    const { orders, states, happens } = opened(world(on));
    orders.buyUpgrade(on, 'STORAGE', 1);
    happens('VoucherDiscarded', (await sent(0))[0]);
    expect(states()).toEqual(['failed']);
  });
});

describe('a black hole', () => {
  it('is warned of, and flown into at the second click', () => {
    const on = robot('r', MINE);
    const { orders, states } = opened(world(on));
    orders.goTo(on, HOLE);
    expect(orders.refusal.value).toBe(en.orders.blackHole('2,0'));
    expect(states()).toEqual([]);
    orders.goTo(on, HOLE);
    expect(orders.refusal.value).toBeNull();
    expect(states()).toEqual(['pending']);
    orders.goTo(on, HOLE);
    expect(orders.refusal.value).toBe(en.orders.blackHole('2,0'));
  });
});

describe('aiming', () => {
  const at = { x: 5, y: 0 };
  const own = robot('r', at);
  const theirs = robot('t', at, { playerId: 'you' });

  it('needs somebody to attack', () => {
    const { orders } = opened(world(own));
    orders.aimingRobotId.value = 'r';
    expect(orders.aimingRobotId.value).toBeNull();
    expect(orders.refusal.value).toBe(en.refusals.NOBODY_HERE());
  });

  it('goes on after a click on the robot itself or beside robots, and ends with the attack', async () => {
    const { orders } = opened(world(own, theirs));
    orders.aimingRobotId.value = 'r';
    orders.attack(own, 'r');
    expect(orders.refusal.value).toBe(en.refusals.SELF_TARGET());
    orders.askForTarget();
    expect(orders.refusal.value).toBe(en.orders.noTarget);
    expect(orders.aimingRobotId.value).toBe('r');
    orders.attack(own, 't');
    expect(orders.aimingRobotId.value).toBeNull();
    expect(orders.refusal.value).toBeNull();
    expect(await typesOf(0)).toEqual(['AttackRobot']);
  });
});
