import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

/** Whether the viewer wants less motion; follows the system's setting. */
export function useReducedMotion(): Readonly<ShallowRef<boolean>> {
  const query = matchMedia('(prefers-reduced-motion: reduce)');
  const reduced = shallowRef(query.matches);
  const update = (): void => {
    reduced.value = query.matches;
  };
  query.addEventListener('change', update);
  onScopeDispose(() => query.removeEventListener('change', update));
  return reduced;
}
