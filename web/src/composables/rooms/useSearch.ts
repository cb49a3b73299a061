import { onScopeDispose, ref, shallowRef } from 'vue';
import { beginSearch, leaveSearch, readSearch, renewSearch, type Pace, type SearchProgress, type SearchWish } from '../../api/matchmaking';
import { toProblem, type Problem } from '../../api/problems';
import { newId } from '../../game/newId';
import { useSession } from '../useSession';

const ASK_MS = 1_000;
const RENEW_MS = 10_000;
/** A search that is not renewed for so long ends by itself. */
const LASTS_MS = 30_000;
/** One failure is not yet worth a word. */
const FAILURES_SHOWN = 2;

type Phase = 'IDLE' | 'SEARCHING' | 'LEAVING' | 'FOUND';

interface Search {
  readonly wish: SearchWish;
  /** Whether it takes the place of one that ended while the server could not be reached. */
  readonly isSecond: boolean;
  id: string;
  isBegun: boolean;
  /** Before so long after this it cannot have ended by itself. */
  renewedAtMs: number;
  failures: number;
}

const newSearch = (wish: SearchWish, isSecond: boolean): Search => ({ wish, isSecond, id: newId(), isBegun: false, renewedAtMs: Date.now(), failures: 0 });

/** Whether the same request can succeed in a moment. */
const passesBy = ({ status, code }: Problem): boolean => status === 0 || status >= 500 || (status === 429 && code !== 'LIMIT_REACHED');
const delayMsAfter = (problem: Problem): number => problem.retryAfterMs ?? ASK_MS;
/** The room of a search that is over because an opponent was found. */
const roomOf = ({ code, details }: Problem): string | null => (code === 'NOT_SEARCHING' ? (details['roomId'] ?? null) : null);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks for an opponent until one is found, the search is left, or nobody looks at the page any more. */
export function useSearch(onFound: (roomId: string) => void) {
  const { asPlayer, asSelf } = useSession();
  const phase = ref<Phase>('IDLE');
  const beganAtMs = ref(0);
  const pace = ref<Pace>('NORMAL');
  const foundRoomId = ref<string | null>(null);
  /** Whether the search was begun elsewhere, such as in another tab. */
  const isAdopted = ref(false);
  const isAway = ref(false);
  /** Whether the last search has ended, though nobody was found and nobody has left it here. */
  const isOver = ref(false);
  const problem = shallowRef<Problem | null>(null);
  let running: Search | null = null;
  let asking: Promise<unknown> = Promise.resolve();
  let leaving: Promise<string | null> | null = null;

  function stop(next: Phase): void {
    running = null;
    phase.value = next;
    isAway.value = false;
  }

  function arrive(roomId: string): void {
    stop('FOUND');
    foundRoomId.value = roomId;
  }

  function find(roomId: string): void {
    arrive(roomId);
    onFound(roomId);
  }

  async function renew(search: Search): Promise<SearchProgress> {
    const askedAtMs = Date.now();
    const progress = await asSelf(() => renewSearch(search.id));
    search.renewedAtMs = askedAtMs;
    return progress;
  }

  async function read(search: Search): Promise<SearchProgress> {
    try {
      const view = await readSearch(search.id);
      if (running === search) pace.value = view.pace;
      return view;
    } catch (error) {
      // The views may not know it yet; whoever renews it knows.
      if (toProblem(error).status === 404) return renew(search);
      throw error;
    }
  }

  function ask(search: Search): Promise<SearchProgress> {
    if (!search.isBegun) return asPlayer(() => beginSearch(search.id, search.wish));
    return Date.now() - search.renewedAtMs >= RENEW_MS ? renew(search) : read(search);
  }

  /** Somebody else has ended it; or it has ended by itself, and then whoever still waits is to find an opponent all the same. */
  function end(search: Search): void {
    const hasRunOut = Date.now() - search.renewedAtMs >= LASTS_MS;
    if (hasRunOut && !search.isSecond) {
      void go(newSearch(search.wish, true));
    } else {
      stop('IDLE');
      isOver.value = true;
    }
  }

  function adopt(search: Search, searchId: string): void {
    isAdopted.value = searchId !== search.id;
    search.id = searchId;
    search.isBegun = true;
    search.renewedAtMs = 0;
  }

  /** What a failure means for the search; the answer is when to ask again. */
  function hear(search: Search, failed: Problem): number {
    const roomId = roomOf(failed);
    const otherId = failed.code === 'ALREADY_SEARCHING' ? failed.details['searchId'] : undefined;
    if (roomId !== null) {
      find(roomId);
    } else if (otherId !== undefined) {
      adopt(search, otherId);
      return 0;
    } else if (failed.code === 'NOT_SEARCHING') {
      end(search);
    } else if (passesBy(failed)) {
      search.failures++;
      isAway.value = search.failures >= FAILURES_SHOWN;
      return delayMsAfter(failed);
    } else {
      stop('IDLE');
      problem.value = failed;
    }
    return ASK_MS;
  }

  /** One question and its answer; the answer of this is when to ask again. */
  async function step(search: Search): Promise<number> {
    // Whoever is not there is not looked for anew.
    if (search.isSecond && !search.isBegun && document.visibilityState !== 'visible') return ASK_MS;
    try {
      const { roomId } = await ask(search);
      search.isBegun = true;
      search.failures = 0;
      if (running !== search) return ASK_MS;
      isAway.value = false;
      if (roomId) find(roomId);
      return ASK_MS;
    } catch (error) {
      return running === search ? hear(search, toProblem(error)) : ASK_MS;
    }
  }

  async function go(search: Search): Promise<void> {
    running = search;
    while (running === search) {
      const next = step(search);
      asking = next;
      await pause(await next);
    }
  }

  function begin(wish: SearchWish): void {
    if (phase.value === 'SEARCHING' || phase.value === 'LEAVING') return;
    problem.value = null;
    isOver.value = false;
    isAdopted.value = false;
    pace.value = wish.pace;
    beganAtMs.value = Date.now();
    phase.value = 'SEARCHING';
    void go(newSearch(wish, false));
  }

  /** Has the server end a search; the answer is the room, if an opponent was found before. */
  async function takeBack(search: Search): Promise<string | null> {
    const endsAtMs = Date.now() + LASTS_MS;
    // A beginning that is still on its way could arrive behind the end.
    if (!search.isBegun) await asking;
    for (;;) {
      try {
        await asSelf(() => leaveSearch(search.id));
        return null;
      } catch (error) {
        const failed = toProblem(error);
        if (!passesBy(failed) || Date.now() >= endsAtMs) return roomOf(failed);
        await pause(delayMsAfter(failed));
      }
    }
  }

  async function leaveOnce(search: Search): Promise<string | null> {
    stop('LEAVING');
    const roomId = await takeBack(search);
    leaving = null;
    if (roomId === null) phase.value = 'IDLE';
    else arrive(roomId);
    return roomId;
  }

  /** Leaves the search, if there is one; the answer is the room in which an opponent waits already, if that was too late. */
  async function leave(): Promise<string | null> {
    if (running !== null) leaving = leaveOnce(running);
    return leaving;
  }

  /** Whoever closes the page hears no answer. */
  function abandon(): void {
    const search = running;
    if (search === null) return;
    stop('IDLE');
    asSelf(() => leaveSearch(search.id)).catch(() => undefined);
  }

  window.addEventListener('pagehide', abandon);
  onScopeDispose(() => {
    window.removeEventListener('pagehide', abandon);
    abandon();
  });

  return { phase, beganAtMs, pace, foundRoomId, isAdopted, isAway, isOver, problem, begin, leave };
}

export type OpponentSearch = ReturnType<typeof useSearch>;
