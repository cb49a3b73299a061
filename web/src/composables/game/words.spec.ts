import { describe, expect, it } from 'vitest';
import type { EventOf, EventType, GameEvent } from '../../game/events';
import { de } from '../../texts/gameDe';
import { en } from '../../texts/game';
import { EVENT_KINDS, inWords, kindOf, placeOfEvent, type Known } from './words';

const ROBOT = 'r1';
const TARGET = 'r2';
const known = {
  players: new Map([['p1', { name: 'Ada' }], ['p2', { name: 'Bob' }]]),
  robots: new Map([
    [ROBOT, { name: 'Ada-1', playerId: 'p1', position: { x: 1, y: 2 } }],
    [TARGET, { name: 'Bob-7', playerId: 'p2', position: { x: 3, y: 4 } }],
  ]),
  map: { width: 10, height: 8, contents: new Map([[14, 'BLACK_HOLE']]) },
} as unknown as Known;

const condition = { position: { x: 1, y: 2 } };

/** One event of each type, with no more than its sentence needs. */
const EVENTS: { readonly [T in EventType]: Partial<EventOf<T>> } = {
  GameCreated: { map: { name: 'maze' } as EventOf<'GameCreated'>['map'], participantLimit: 4 },
  MapInstantiated: {
    width: 10,
    height: 8,
    contents: [
      { tile: { x: 0, y: 0 }, kind: 'SPACE_STATION' },
      { tile: { x: 1, y: 0 }, kind: 'MINE' },
      { tile: { x: 2, y: 0 }, kind: 'MINE' },
    ],
  },
  GameStarted: { startedAt: '2026-01-01T00:00:00Z', endsAt: '2026-01-01T00:02:30Z' },
  GameEnded: { reason: 'TIME_UP', standings: [{ playerId: 'p1', rank: 1, total: 1234 } as EventOf<'GameEnded'>['standings'][number]] },
  GamePurged: {},
  PlayerJoined: { playerName: 'Ada', balance: 500 },
  PlayerEliminated: {},
  RobotsPurchased: { quantity: 3, price: 300 },
  RobotSpawned: { name: 'Ada-1', condition: condition as EventOf<'RobotSpawned'>['condition'] },
  UpgradePurchased: { robotId: ROBOT, upgrade: 'MINING', levels: 2, price: 800 },
  RobotUpgraded: { robotId: ROBOT, upgrade: 'ENERGY_CAPACITY', level: 2 },
  VoucherDiscarded: { robotId: ROBOT },
  ActionQueued: { robotId: ROBOT, action: { type: 'MoveRobot', direction: 'NE' }, place: 1 },
  QueueCleared: { robotId: ROBOT, dropped: 3 },
  ActionFailed: { robotId: ROBOT, action: { type: 'MoveRobot', direction: 'N' }, reason: 'VOID' },
  RobotMoved: { robotId: ROBOT, condition: condition as EventOf<'RobotMoved'>['condition'] },
  RobotAttacked: { robotId: ROBOT, targetRobotId: TARGET, damage: 5 },
  RobotDestroyed: { robotId: TARGET, cause: 'COMBAT', byRobotId: ROBOT, reward: 50, looted: [{ resource: 'BIO_MATTER', units: 12 }] },
  MiningStarted: { robotId: ROBOT, resource: 'CRYO_GAS', mine: { x: 2, y: 1 } },
  ResourcesMined: { robotId: ROBOT, resource: 'CRYO_GAS', collected: 5, evaporated: 0, remainingUnits: 795, mine: { x: 2, y: 1 } },
  MineDepleted: { resource: 'CRYO_GAS', mine: { x: 2, y: 1 } },
  MineDiscovered: { resource: 'PLASMA_CORE', units: 300, mine: { x: 2, y: 1 } },
  ResourcesSold: { robotId: ROBOT, lots: [{ resource: 'BIO_MATTER', units: 18, revenue: 90 }], revenue: 90 },
  CommandRejected: { code: 'INSUFFICIENT_FUNDS', message: '', details: [{ name: 'price', value: '200' }, { name: 'balance', value: '50' }] },
};

function eventOf<T extends EventType>(type: T, changed: Partial<EventOf<T>> = {}): GameEvent {
  return { type, sequence: 1, playerId: 'p1', time: '2026-01-01T00:00:00Z', ...EVENTS[type], ...changed } as unknown as GameEvent;
}

const types = Object.keys(EVENTS) as EventType[];

describe('events in English', () => {
  const expected: Readonly<Record<EventType, string>> = {
    GameCreated: 'A game for up to 4 players was created on the map maze',
    MapInstantiated: 'The map was drawn: 10 × 8 tiles, 1 station, 2 mines, 0 black holes',
    GameStarted: 'The game began; it takes 2 min 30 s',
    GameEnded: 'Time is up: Ada wins with 1,234 points',
    GamePurged: 'The game left the server; its events stay in the history',
    PlayerJoined: 'Ada joined with 500 credits',
    PlayerEliminated: 'Ada is out: no robot left, and too few credits for a new one',
    RobotsPurchased: 'Ada bought 3 robots for 300 credits',
    RobotSpawned: 'Ada-1 left the station at 1,2',
    UpgradePurchased: 'Ada paid 800 credits for mining of Ada-1, 2 levels',
    RobotUpgraded: 'Ada-1 reached battery level 2',
    VoucherDiscarded: 'Ada-1 was not at a station: the upgrade paid for is lost',
    ActionQueued: 'Ada-1 will move north-east, next',
    QueueCleared: 'Ada-1 dropped 3 planned actions',
    ActionFailed: 'Ada-1 could not move north: there is nothing but void; go around it',
    RobotMoved: 'Ada-1 moved to 1,2',
    RobotAttacked: 'Ada-1 hit Bob-7 for 5 damage',
    RobotDestroyed: 'Ada-1 destroyed Bob-7 and took 50 credits and 12 bio matter',
    MiningStarted: 'Ada-1 began to mine cryo gas at 2,1',
    ResourcesMined: 'Ada-1 mined 5 cryo gas; 795 left',
    MineDepleted: 'The cryo gas mine at 2,1 is empty',
    MineDiscovered: 'A new plasma core mine with 300 units appeared at 2,1',
    ResourcesSold: 'Ada-1 sold 18 bio matter for 90 credits',
    CommandRejected: 'A command of Ada was refused: it costs 200 credits and there are 50; sell something first',
  };

  it.each(types)('tells of %s', (type) => {
    expect(inWords(eventOf(type), known, en)).toBe(expected[type]);
  });

  it('tells a black hole from a star system', () => {
    const at = { position: { x: 4, y: 1 } } as EventOf<'RobotMoved'>['condition'];
    expect(inWords(eventOf('RobotMoved', { condition: at }), known, en)).toBe('Ada-1 flew into the black hole at 4,1');
    expect(inWords(eventOf('RobotDestroyed', { cause: 'BLACK_HOLE' }), known, en)).toBe('Bob-7 vanished in the black hole at 3,4');
  });

  it('tells whose robot was destroyed by its own side', () => {
    expect(inWords(eventOf('RobotDestroyed', { robotId: ROBOT }), known, en)).toBe('Ada-1 destroyed Ada-1, a robot of its own side');
  });

  it('tells what evaporated for want of room', () => {
    expect(inWords(eventOf('ResourcesMined', { collected: 0, evaporated: 5 }), known, en)).toBe('Ada-1 let 5 cryo gas evaporate; 795 left');
  });

  it('names nobody whom the game does not know', () => {
    expect(inWords(eventOf('RobotAttacked', { targetRobotId: 'x' }), known, en)).toBe('Ada-1 hit somebody for 5 damage');
  });
});

describe('events in German', () => {
  it.each(types)('has a sentence of its own for %s', (type) => {
    const sentence = inWords(eventOf(type), known, de);
    expect(sentence).not.toBe(inWords(eventOf(type), known, en));
    expect(sentence).not.toMatch(/undefined|NaN/);
  });

  it('writes numbers and words in German', () => {
    expect(inWords(eventOf('ResourcesSold'), known, de)).toBe('Ada-1 verkaufte 18 Biomasse für 90 Credits');
    expect(inWords(eventOf('GameEnded'), known, de)).toBe('Die Zeit ist um: Ada gewinnt mit 1.234 Punkten');
  });
});

describe('kinds of events', () => {
  it('have each type exactly once', () => {
    expect(Object.values(EVENT_KINDS).flat().toSorted()).toEqual([...types].toSorted());
  });

  it('put a kill among the fights', () => {
    expect(kindOf(eventOf('RobotDestroyed'))).toBe('fights');
  });
});

describe('the place of an event', () => {
  it('is the mine, the robot, or none', () => {
    expect(placeOfEvent(eventOf('ResourcesMined'), known)).toEqual({ x: 2, y: 1 });
    expect(placeOfEvent(eventOf('RobotDestroyed'), known)).toEqual({ x: 3, y: 4 });
    expect(placeOfEvent(eventOf('GameStarted'), known)).toBeNull();
  });
});
