import { beforeEach, describe, expect, it, vi } from 'vitest';
import { shallowRef } from 'vue';
import type { PastGamePage } from '../../api/client';
import { Problem } from '../../api/problems';
import { lobbyGameOf, type LobbyGame } from './lobbyGames';
import { usePastGames } from './usePastGames';

const { historyGames } = vi.hoisted(() => ({ historyGames: vi.fn<() => Promise<PastGamePage>>() }));
vi.mock('../../api/client', () => ({ historyGames }));

const LIVE: readonly LobbyGame[] = [lobbyGameOf({ gameId: 'live', state: 'ENDED', createdAt: '2026-11-29T12:00:00Z' })];
const failsWith = (status: number, code: string): void => {
  historyGames.mockRejectedValue(new Problem({ status, code, detail: '' }));
};

async function settled() {
  const past = usePastGames(shallowRef(LIVE));
  await vi.waitUntil(() => !past.isReading.value);
  return past;
}

beforeEach(() => {
  historyGames.mockReset();
});

describe('usePastGames', () => {
  it('puts the games of the history behind those that the queries still have', async () => {
    historyGames.mockResolvedValue({ games: [{ gameId: 'live' }, { gameId: 'past' }] });
    const { ended, isSilent } = await settled();
    expect([ended.value.map(({ gameId }) => gameId), isSilent.value]).toEqual([['live', 'past'], false]);
  });

  it('misses nothing where there is no history', async () => {
    failsWith(404, 'UNKNOWN_ROUTE');
    const { ended, isSilent } = await settled();
    expect([ended.value.map(({ gameId }) => gameId), isSilent.value]).toEqual([['live'], false]);
  });

  it('tells a history that does not answer, until it does', async () => {
    failsWith(503, 'NOT_AVAILABLE');
    const { ended, isSilent, read } = await settled();
    expect([ended.value.length, isSilent.value]).toEqual([1, true]);
    historyGames.mockResolvedValue({ games: [{ gameId: 'past' }] });
    await read();
    expect([ended.value.length, isSilent.value]).toEqual([2, false]);
  });
});
