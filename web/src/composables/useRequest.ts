import { ref, shallowRef } from 'vue';
import { toProblem, type Problem } from '../api/problems';

/** What a button starts: it is busy until the answer, and a failure becomes a problem to show. One at a time. */
export function useRequest() {
  const isBusy = ref(false);
  const problem = shallowRef<Problem | null>(null);

  async function run<T>(request: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined;
    isBusy.value = true;
    problem.value = null;
    try {
      return await request();
    } catch (error) {
      problem.value = toProblem(error);
      return undefined;
    } finally {
      isBusy.value = false;
    }
  }

  return { isBusy, problem, run };
}
