import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { isAbort, toProblem, type Problem } from '../api/problems';

/** What a page reads: anew whenever `key` changes, the answer to an older key is dropped. */
export function useLoaded<Key, T>(key: () => Key, load: (key: Key, signal: AbortSignal) => Promise<T>) {
  const data = shallowRef<T | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const isLoading = ref(false);
  let running: AbortController | null = null;

  async function reload(): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    isLoading.value = true;
    problem.value = null;
    try {
      const loaded = await load(key(), mine.signal);
      if (running === mine) data.value = loaded;
    } catch (error) {
      if (running === mine && !isAbort(error)) problem.value = toProblem(error);
    } finally {
      if (running === mine) isLoading.value = false;
    }
  }

  watch(key, () => {
    data.value = null;
    void reload();
  });
  void reload();
  onScopeDispose(() => running?.abort());

  return { data, problem, isLoading, reload };
}
