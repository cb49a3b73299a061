import { onScopeDispose, ref, shallowRef } from 'vue';
import { listRooms, type Room } from '../../api/client';
import { toProblem, type Problem } from '../../api/problems';

/** Rooms come and go within seconds. */
const READ_MS = 2_000;

/** The rooms in which somebody waits for a person, and those that are played in; read anew all the time while the page is seen. */
export function useRooms() {
  const waiting = shallowRef<readonly Room[]>([]);
  const playing = shallowRef<readonly Room[]>([]);
  const problem = shallowRef<Problem | null>(null);
  const hasRead = ref(false);
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    clearTimeout(timer);
    try {
      if (document.visibilityState === 'visible') {
        const [open, running] = await Promise.all([listRooms('WAITING', { signal: abort.signal }), listRooms('PLAYING', { signal: abort.signal })]);
        waiting.value = open.filter((room) => room.opponent === 'PERSON' && room.invitationOnly !== true);
        playing.value = running;
        problem.value = null;
        hasRead.value = true;
      }
    } catch (error) {
      if (abort.signal.aborted) return;
      problem.value = toProblem(error);
    }
    if (!abort.signal.aborted) timer = setTimeout(() => void read(), READ_MS);
  }

  void read();
  onScopeDispose(() => {
    abort.abort();
    clearTimeout(timer);
  });

  return { waiting, playing, problem, hasRead, read };
}
