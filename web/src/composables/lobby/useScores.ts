import { onMounted, onUnmounted, shallowReactive, watch } from 'vue';
import { getScoreboard } from '../../api/client';
import type { LobbyGame, LobbyScore } from './lobbyGames';

const POLL_MS = 5_000;

/** Who leads, of the games that are seen: read again every few seconds while they run, and once when they have ended. */
export function useScores(running: () => readonly LobbyGame[], ended: () => readonly LobbyGame[]) {
  const scores = shallowReactive(new Map<string, readonly LobbyScore[]>());
  const isFinal = new Set<string>();
  let poll: ReturnType<typeof setInterval> | undefined;

  async function read(game: LobbyGame): Promise<void> {
    try {
      const { overall = [] } = await getScoreboard(game.gameId);
      scores.set(
        game.gameId,
        overall.map(({ playerId = '', playerName = '', total = 0 }) => ({ playerId, name: playerName, total })),
      );
    } catch {
      // The lobby is whole without it; the next turn tries again.
      isFinal.delete(game.gameId);
    }
  }

  function readRunning(): void {
    if (document.visibilityState === 'visible') running().forEach((game) => void read(game));
  }

  function readEnded(): void {
    for (const game of ended()) {
      if (game.scores !== null || isFinal.has(game.gameId)) continue;
      isFinal.add(game.gameId);
      void read(game);
    }
  }

  watch(() => running().map((game) => game.gameId).join(), readRunning);
  watch(() => ended().map((game) => game.gameId).join(), readEnded, { immediate: true });
  onMounted(() => {
    poll = setInterval(readRunning, POLL_MS);
  });
  onUnmounted(() => clearInterval(poll));

  return { scoresOf: (game: LobbyGame): readonly LobbyScore[] => game.scores ?? scores.get(game.gameId) ?? [] };
}
