import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, ref, shallowRef } from 'vue';
import { useAnnouncer } from '../useAnnouncer';
import { useTexts } from '../useTexts';
import { lobbyGameOf, type LobbyGame } from './lobbyGames';
import { useMatchAnnouncements } from './useMatchAnnouncements';

const match = (gameId: string): LobbyGame => lobbyGameOf({ gameId, state: 'STARTED', mapName: 'maze', createdAt: '2026-11-29T12:00:00Z' });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('useMatchAnnouncements', () => {
  it('tells of matches that begin while the lobby is open, and not of those that ran before', async () => {
    useTexts().setLanguage('en');
    const { message } = useAnnouncer();
    const running = shallowRef<readonly LobbyGame[]>([]);
    const hasRead = ref(false);
    useMatchAnnouncements(running, hasRead);

    running.value = [match('a')];
    hasRead.value = true;
    await nextTick();
    vi.runAllTimers();
    expect(message.value).toBe('');

    running.value = [match('a'), match('b')];
    await nextTick();
    vi.runAllTimers();
    expect(message.value).toBe('A match on maze has begun.');
  });
});
