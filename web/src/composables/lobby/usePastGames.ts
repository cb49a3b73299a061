import { computed, shallowRef, type Ref } from 'vue';
import { historyGames } from '../../api/client';
import { isAbsentPart, toProblem } from '../../api/problems';
import { lobbyGameOfPast, type LobbyGame } from './lobbyGames';

const LIMIT = 100;

/** The games that have ended: those that the queries still have, and behind them those that only the history has, where there is one. */
export function usePastGames(live: Ref<readonly LobbyGame[]>) {
  const past = shallowRef<readonly LobbyGame[]>([]);
  /** Whether there is a history that does not answer; an installation without one misses nothing. */
  const isSilent = shallowRef(false);
  const isReading = shallowRef(false);

  async function read(): Promise<void> {
    isReading.value = true;
    try {
      const { games = [] } = await historyGames({ limit: LIMIT });
      past.value = games.map(lobbyGameOfPast);
      isSilent.value = false;
    } catch (error) {
      isSilent.value = !isAbsentPart(toProblem(error));
    } finally {
      isReading.value = false;
    }
  }

  void read();

  const ended = computed(() => {
    const known = new Set(live.value.map((game) => game.gameId));
    return [...live.value, ...past.value.filter((game) => !known.has(game.gameId))];
  });

  return { ended, isSilent, isReading, read };
}
