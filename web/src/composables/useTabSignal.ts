import { onScopeDispose, watch, type Ref } from 'vue';

/** Says in the title of a tab that nobody looks at what its owner is waited for; null for nothing. */
export function useTabSignal(text: Readonly<Ref<string | null>>): void {
  let usual: string | null = null;
  let shown = '';

  function update(): void {
    const wanted = document.hidden ? text.value : null;
    if (wanted !== null) {
      usual ??= document.title;
      shown = `● ${wanted}`;
      document.title = shown;
    } else if (usual !== null) {
      document.title = usual;
      usual = null;
    }
  }

  watch(text, update, { immediate: true });
  document.addEventListener('visibilitychange', update);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', update);
    // Unless another page has given the tab its own by now.
    if (usual !== null && document.title === shown) document.title = usual;
  });
}
