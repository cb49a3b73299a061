import { computed, onMounted, shallowRef, type Ref } from 'vue';
import { historyGames } from '../../api/client';
import { isAbort } from '../../api/problems';
import { lobbyGameOfPast, type LobbyGame } from './lobbyGames';

const LIMIT = 100;

/** The games that have ended: those that the queries still have, and behind them those that only the history has, where there is one. */
export function usePastGames(live: Ref<readonly LobbyGame[]>) {
  const past = shallowRef<readonly LobbyGame[]>([]);

  onMounted(async () => {
    try {
      const { games = [] } = await historyGames({ limit: LIMIT });
      past.value = games.map(lobbyGameOfPast);
    } catch (error) {
      // An installation without history, or one that fails, still has the games of the last hour.
      if (!isAbort(error)) past.value = [];
    }
  });

  const ended = computed(() => {
    const known = new Set(live.value.map((game) => game.gameId));
    return [...live.value, ...past.value.filter((game) => !known.has(game.gameId))];
  });

  return { ended };
}
