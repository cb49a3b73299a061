import { describe, expect, it } from 'vitest';
import { emptyState, evolve, isKnownType, UnknownEventError } from './evolve';
import type { GameEvent } from './events';
import { asAnswers, byPlayer } from './testing/asAnswers';
import { folded, recording, RECORDINGS } from './testing/fixtures';

describe.each(RECORDINGS)('the recorded game %s', (name) => {
  const { events, answers } = recording(name);
  const askedAtMs = Date.parse(answers.robots.find((robot) => !robot.destroyed)?.now?.asOf ?? '');
  const state = asAnswers(folded(events), askedAtMs);

  it('folds to the game that the queries answer', () => {
    // What chance was drawn from, and where the map came from, is nothing that a state needs.
    const { seed, seedHash, mapTypeId, rulesVersion, ...game } = answers.game;
    expect([seedHash, mapTypeId, rulesVersion, seed ?? 'secret'].every((left) => left !== undefined)).toBe(true);
    expect(state.game).toEqual(game);
  });

  it('folds to their map', () => expect(state.map).toEqual(answers.map));
  it('folds to their robots', () => expect(state.robots).toEqual(answers.robots));
  it('folds to their mines', () => expect(state.mines).toEqual(answers.mines));
  it('folds to their scoreboard', () => expect(state.scoreboard).toEqual(answers.scoreboard));
  it('folds to their accounts', () =>
    expect(state.accounts).toEqual(
      answers.accounts.map((account) => ({ ...account, kills: byPlayer(account.kills) })),
    ));
});

describe('the recordings together', () => {
  it('have every type of event but the removal of a game', () => {
    const seen = new Set(RECORDINGS.flatMap((name) => recording(name).events.map((event) => event.type)));
    expect(seen.size).toBe(23);
    expect(seen.has('GamePurged')).toBe(false);
  });

  it('have actions that wait, and a mining process that runs', () => {
    const { robots } = recording('midway').answers;
    expect(robots.some((robot) => robot.mining !== undefined)).toBe(true);
    expect(robots.filter((robot) => robot.condition?.runsAt !== undefined).length).toBeGreaterThan(1);
  });

  it('have kills, loot, deaths by black hole, depleted and discovered mines', () => {
    const events = RECORDINGS.flatMap((name) => recording(name).events);
    const destroyed = events.filter((event) => event.type === 'RobotDestroyed');
    expect(destroyed.some((event) => event.kills === 1)).toBe(true);
    expect(destroyed.some((event) => (event.looted ?? []).length > 0)).toBe(true);
    expect(destroyed.some((event) => event.cause === 'BLACK_HOLE')).toBe(true);
    expect(events.some((event) => event.type === 'MineDepleted')).toBe(true);
    expect(events.some((event) => event.type === 'MineDiscovered')).toBe(true);
  });
});

describe('evolve', () => {
  const { events } = recording('pocket');

  it('refuses a type of event that it does not know', () => {
    const event = { ...events[0], type: 'PlanetMoved' } as unknown as GameEvent;
    expect(() => evolve(emptyState('g'), event)).toThrow(UnknownEventError);
    expect(isKnownType('toString')).toBe(false);
  });

  it('passes over what the state contains', () => {
    const state = folded(events);
    const once = asAnswers(state);
    for (const event of events) {
      evolve(state, event);
    }
    expect(asAnswers(state)).toEqual(once);
  });

  it('keeps the fields of a game that has been removed', () => {
    const state = folded(events);
    const before = asAnswers(state);
    evolve(state, {
      type: 'GamePurged',
      gameId: state.gameId,
      sequence: state.sequence + 1,
      time: new Date(state.timeMs + 3_600_000).toISOString(),
      remaining: 0,
    });
    expect(asAnswers(state).robots).toEqual(before.robots);
    expect(state.sequence).toBe(events.length + 1);
  });

  it('replaces records and never changes them', () => {
    const state = folded(events.slice(0, 100));
    const robots = [...state.robots.values()];
    const copies = structuredClone(robots);
    for (const event of events.slice(100)) {
      evolve(state, event);
    }
    expect(robots).toEqual(copies);
  });

  it('takes the points for destroying a robot of one\'s own, and gives no reward', () => {
    const cut = events.findIndex((event) => event.type === 'RobotDestroyed');
    const state = folded(events.slice(0, cut));
    const [victim, destroyer] = [...state.robots.values()].filter(
      (robot, _, all) => !robot.destroyed && all.some((other) => other !== robot && other.playerId === robot.playerId),
    );
    const owner = state.players.get(victim?.playerId ?? '');
    evolve(state, {
      type: 'RobotDestroyed',
      gameId: state.gameId,
      sequence: state.sequence + 1,
      time: new Date(state.timeMs).toISOString(),
      remaining: 0,
      playerId: owner?.playerId,
      robotId: victim?.robotId ?? '',
      byRobotId: destroyer?.robotId,
      cause: 'COMBAT',
      reward: 0,
      looted: [],
      evaporated: [],
      score: { category: 'FIGHTING', gained: -25, inCategory: -25, total: 0 },
    });
    const after = state.players.get(owner?.playerId ?? '');
    expect(after?.points.FIGHTING).toBe(-25);
    expect(after?.robots).toBe((owner?.robots ?? 0) - 1);
    expect(after?.balance).toBe(owner?.balance);
    expect(after?.kills).toEqual(owner?.kills);
    expect(state.robots.get(victim?.robotId ?? '')).toMatchObject({ destroyed: true, cargo: [], queue: [] });
  });
});
