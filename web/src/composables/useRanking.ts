import { onMounted, ref, shallowRef } from 'vue';
import { ranking, type RankedPlayer, type Ranking } from '../api/client';
import { toProblem, type Problem } from '../api/problems';

const PAGE = 10;

/** The ranking across games, page after page. */
export function useRanking() {
  const players = shallowRef<readonly RankedPlayer[]>([]);
  const newest = shallowRef<Ranking | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const isLoading = ref(false);

  async function loadMore(): Promise<void> {
    const after = newest.value?.next;
    isLoading.value = true;
    problem.value = null;
    try {
      newest.value = await ranking(after === undefined ? { limit: PAGE } : { limit: PAGE, after });
      players.value = [...players.value, ...(newest.value.players ?? [])];
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      isLoading.value = false;
    }
  }

  onMounted(loadMore);

  return { players, newest, problem, isLoading, loadMore };
}
