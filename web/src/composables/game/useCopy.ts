import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

const SHOWN_MS = 2_000;

/** Copies to the clipboard, and tells for a moment whether it went well. */
export function useCopy(): { copy: (text: string) => Promise<void>; outcome: Readonly<ShallowRef<'copied' | 'failed' | null>> } {
  const outcome = shallowRef<'copied' | 'failed' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      outcome.value = 'copied';
    } catch {
      outcome.value = 'failed';
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      outcome.value = null;
    }, SHOWN_MS);
  }

  onScopeDispose(() => clearTimeout(timer));
  return { copy, outcome };
}
