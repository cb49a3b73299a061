import { onMounted, onUnmounted, readonly, ref, type Ref } from 'vue';

/** The width of an element in px, for drawings whose letters are not to shrink with them. */
export function useElementWidth(element: Readonly<Ref<HTMLElement | null>>, initialPx: number) {
  const width = ref(initialPx);
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined && entry.contentRect.width > 0) width.value = entry.contentRect.width;
  });
  onMounted(() => {
    if (element.value !== null) observer.observe(element.value);
  });
  onUnmounted(() => observer.disconnect());
  return { width: readonly(width) };
}
