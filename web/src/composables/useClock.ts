import { onMounted, onUnmounted, readonly, ref } from 'vue';

/** The wall clock in ms since 1970, moved on every `stepMs` while the component is there. */
export function useClock(stepMs = 1_000) {
  const nowMs = ref(Date.now());
  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => {
    nowMs.value = Date.now();
    timer = setInterval(() => {
      nowMs.value = Date.now();
    }, stepMs);
  });
  onUnmounted(() => clearInterval(timer));
  return readonly(nowMs);
}
