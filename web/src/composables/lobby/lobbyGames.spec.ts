import { describe, expect, it } from 'vitest';
import type { LobbyEvent } from '../../feed/LobbyFeed';
import { begunMatches, endingOf, gamesIn, lobbyGameOf, lobbyGameOfPast, lookIn, withEvents, withRead, type LobbyGame } from './lobbyGames';

const TIME = '2026-11-29T12:00:00Z';
const envelope = (sequence: number, time = TIME) => ({ gameId: 'g', sequence, time, remaining: 0 });

const CREATED: LobbyEvent = {
  ...envelope(1),
  type: 'GameCreated',
  mapName: 'maze',
  width: 21,
  height: 21,
  participantLimit: 8,
  durationMs: 600_000,
  expiresAt: '2026-11-30T12:00:00Z',
  rulesVersion: 1,
  seedHash: 'ab',
};
const JOINED: LobbyEvent = { ...envelope(2), type: 'PlayerJoined', playerId: 'p', playerName: 'Kestrel', number: 0, balance: 500, homeStation: { x: 1, y: 1 } };
const STARTED: LobbyEvent = { ...envelope(3), type: 'GameStarted', startedAt: TIME, endsAt: '2026-11-29T12:10:00Z' };
const ENDED: LobbyEvent = {
  ...envelope(9, '2026-11-29T12:10:00Z'),
  type: 'GameEnded',
  reason: 'TIME_UP',
  purgedAt: '2026-11-29T13:10:00Z',
  standings: [{ playerId: 'p', rank: 1, total: 42, balance: 1, mining: 42, trading: 0, travelling: 0, fighting: 0, upgrading: 0 }],
};
const NONE: ReadonlyMap<string, LobbyGame> = new Map();

describe('withEvents', () => {
  it('follows a game from its creation to its end', () => {
    const game = withEvents(NONE, [CREATED, JOINED, STARTED, ENDED]).get('g');
    expect(game).toMatchObject({
      state: 'ENDED',
      mapName: 'maze',
      width: 21,
      playerCount: 1,
      endsAtMs: Date.parse('2026-11-29T12:10:00Z'),
      endedAtMs: Date.parse('2026-11-29T12:10:00Z'),
      endReason: 'TIME_UP',
      scores: [{ playerId: 'p', name: 'Kestrel', total: 42 }],
    });
  });

  it('knows when a match that a player has opened starts by itself', () => {
    const match = { openedBy: 'p', openerName: 'Kestrel', bots: 'MIXED' } as const;
    const startsByMs = Date.parse('2026-11-30T12:00:00Z');
    expect(withEvents(NONE, [{ ...CREATED, match }]).get('g')?.startsByMs).toBe(startsByMs);
    expect(lobbyGameOf({ gameId: 'g', state: 'CREATED', expiresAt: '2026-11-30T12:00:00Z', match }).startsByMs).toBe(startsByMs);
    expect(withEvents(NONE, [CREATED]).get('g')?.startsByMs).toBeNull();
    expect(lobbyGameOf({ gameId: 'g', expiresAt: '2026-11-30T12:00:00Z' }).startsByMs).toBeNull();
  });

  it('changes nothing when events come again', () => {
    const games = withEvents(NONE, [CREATED, JOINED, STARTED, ENDED]);
    expect(withEvents(games, [CREATED, JOINED, STARTED])).toEqual(games);
  });

  it('strikes out who is out, and forgets what is purged', () => {
    const games = withEvents(NONE, [CREATED, JOINED, { ...envelope(4), type: 'PlayerEliminated', playerId: 'p' }]);
    expect(games.get('g')?.players[0]?.eliminated).toBe(true);
    expect(withEvents(games, [{ ...envelope(10), type: 'GamePurged' }]).size).toBe(0);
  });

  it('leaves the games before it as they were', () => {
    const before = withEvents(NONE, [CREATED]);
    withEvents(before, [STARTED]);
    expect(before.get('g')?.state).toBe('CREATED');
  });
});

describe('withRead', () => {
  it('does not take a game back to an older state', () => {
    const games = withEvents(NONE, [CREATED, JOINED, STARTED]);
    const read = lobbyGameOf({ gameId: 'g', state: 'CREATED', mapName: 'maze', createdAt: TIME });
    expect(withRead(games, [read]).get('g')?.state).toBe('STARTED');
  });

  it('keeps the scores that only the events had', () => {
    const games = withEvents(NONE, [CREATED, JOINED, STARTED, ENDED]);
    const read = lobbyGameOf({ gameId: 'g', state: 'ENDED', mapName: 'maze', createdAt: TIME, endedAt: TIME });
    expect(withRead(games, [read]).get('g')?.scores).toEqual([{ playerId: 'p', name: 'Kestrel', total: 42 }]);
  });
});

describe('gamesIn', () => {
  it('has the newest first, ended ones by their end', () => {
    const game = (gameId: string, createdAt: string, endedAt: string) => lobbyGameOf({ gameId, state: 'ENDED', createdAt, endedAt });
    const games = withRead(NONE, [
      game('a', '2026-11-29T10:00:00Z', '2026-11-29T12:00:00Z'),
      game('b', '2026-11-29T11:00:00Z', '2026-11-29T11:10:00Z'),
    ]);
    expect(gamesIn(games, 'ENDED').map(({ gameId }) => gameId)).toEqual(['a', 'b']);
    expect(gamesIn(games, 'STARTED')).toEqual([]);
  });
});

describe('endingOf', () => {
  const ended = { gameId: 'g', state: 'ENDED', createdAt: TIME, endedAt: TIME, endReason: 'ADMINISTRATOR' } as const;

  it('has practice end early, and only a match by the administrator', () => {
    expect(endingOf(lobbyGameOf({ ...ended, practiceFor: 'p' }))).toBe('EARLY');
    expect(endingOf(lobbyGameOf(ended))).toBe('ADMINISTRATOR');
    expect(endingOf(lobbyGameOfPast({ ...ended, practiceFor: 'p' }))).toBe('EARLY');
  });

  it('leaves the other reasons as they are', () => {
    expect(endingOf(lobbyGameOf({ ...ended, practiceFor: 'p', endReason: 'TIME_UP' }))).toBe('TIME_UP');
    expect(endingOf(lobbyGameOf({ gameId: 'g', state: 'STARTED', createdAt: TIME }))).toBeNull();
  });
});

describe('lookIn', () => {
  const past = lobbyGameOfPast({ gameId: 'g', winner: { playerId: 'p', playerName: 'Kestrel', total: 42 }, participants: 3 });

  it('is by the order of joining while that is known', () => {
    const game = withEvents(NONE, [CREATED, JOINED]).get('g');
    expect(game && lookIn(game, 'p', null)).toEqual({ colour: 0, shape: 0, isOwn: false });
  });

  it('is one’s own in the history too, and not known for others there', () => {
    expect(lookIn(past, 'p', 'p')).toEqual({ colour: 0, shape: 0, isOwn: true });
    expect(lookIn(past, 'p', 'somebody')).toBeNull();
  });
});

describe('begunMatches', () => {
  const running = (gameId: string, practiceFor?: string) =>
    lobbyGameOf({ gameId, state: 'STARTED', mapName: 'maze', createdAt: TIME, ...(practiceFor === undefined ? {} : { practiceFor }) });

  it('are those that did not run before, without practice', () => {
    expect(begunMatches([running('a')], [running('a'), running('b'), running('c', 'p')]).map(({ gameId }) => gameId)).toEqual(['b']);
  });

  it('are none when games only end', () => {
    expect(begunMatches([running('a'), running('b')], [running('b')])).toEqual([]);
  });
});
