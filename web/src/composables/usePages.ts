import { onMounted, ref, shallowRef } from 'vue';
import { toProblem, type Problem } from '../api/problems';

interface Page<Next> {
  /** What the next page is asked for with; left out if there is none. */
  readonly next?: Next;
}

/** A list that comes in pages: the first when the component is there, the others when somebody wants more. */
export function usePages<Answer extends Page<string | number>, Row>(
  read: (after: Answer['next']) => Promise<Answer>,
  rowsOf: (page: Answer) => readonly Row[] | undefined,
) {
  const rows = shallowRef<readonly Row[]>([]);
  const newest = shallowRef<Answer | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const isLoading = ref(false);

  async function loadMore(): Promise<void> {
    isLoading.value = true;
    problem.value = null;
    try {
      const page = await read(newest.value?.next);
      newest.value = page;
      rows.value = [...rows.value, ...(rowsOf(page) ?? [])];
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      isLoading.value = false;
    }
  }

  onMounted(loadMore);

  return { rows, newest, problem, isLoading, loadMore };
}
