import { onMounted, onUnmounted, shallowReactive } from 'vue';
import { getScoreboard } from '../../api/client';
import type { LobbyGame, LobbyScore } from './lobbyGames';

const POLL_MS = 5_000;

/** Who leads or won, of the games that are shown: read when one is first seen, and again every few seconds while it runs. */
export function useScores() {
  const scores = shallowReactive(new Map<string, readonly LobbyScore[]>());
  const running = new Set<string>();
  const ended = new Set<string>();
  let poll: ReturnType<typeof setInterval> | undefined;

  async function read(gameId: string): Promise<void> {
    try {
      const { overall = [] } = await getScoreboard(gameId);
      scores.set(
        gameId,
        overall.map(({ playerId = '', playerName = '', total = 0 }) => ({ playerId, name: playerName, total })),
      );
    } catch {
      // The lobby is whole without it; the next time that the game is drawn tries again.
      ended.delete(gameId);
    }
  }

  function see({ gameId, state }: LobbyGame): void {
    const seen = state === 'ENDED' ? ended : running;
    if (state === 'ENDED') running.delete(gameId);
    if (seen.has(gameId)) return;
    seen.add(gameId);
    void read(gameId);
  }

  /** Best first; null as long as they are not known. */
  function scoresOf(game: LobbyGame): readonly LobbyScore[] | null {
    if (game.scores !== null) return game.scores;
    see(game);
    return scores.get(game.gameId) ?? null;
  }

  onMounted(() => {
    poll = setInterval(() => {
      if (document.visibilityState === 'visible') running.forEach((gameId) => void read(gameId));
    }, POLL_MS);
  });
  onUnmounted(() => clearInterval(poll));

  return { scoresOf };
}
