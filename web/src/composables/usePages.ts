import { onMounted, ref, shallowRef } from 'vue';
import { toProblem, type Problem } from '../api/problems';

/**
 * A list that comes in pages: the first when the component is there, the others when somebody wants more.
 *
 * @param read asks for a page; the first is behind nothing
 */
export function usePages<Next, Answer extends { readonly next?: Next }, Row>(
  read: (after?: Next) => Promise<Answer>,
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
