import { readonly, ref } from 'vue';

const PAUSE_MS = 3_000;

const message = ref('');
let waiting: string | null = null;
let spokenAtMs = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | null = null;

function speak(text: string): void {
  // A message that is the same as the one before is read again only if it differs; a space without width is not read.
  message.value = text === message.value ? `${text}\u200b` : text;
  spokenAtMs = performance.now();
}

/** Has a text read by a screen reader: at most one every three seconds, and of those that come too fast the last. */
function announce(text: string): void {
  waiting = text;
  if (timer !== null) return;
  timer = setTimeout(
    () => {
      timer = null;
      if (waiting !== null) speak(waiting);
      waiting = null;
    },
    Math.max(0, spokenAtMs + PAUSE_MS - performance.now()),
  );
}

/** The page's one live region: `message` is in it, App.vue draws it. */
export function useAnnouncer() {
  return { message: readonly(message), announce };
}
