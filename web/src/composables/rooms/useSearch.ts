import { onScopeDispose, ref, shallowRef } from 'vue';
import { beginSearch, isOpen, leaveSearch, readSearch, renewSearch, type Pace, type SearchView, type SearchWish } from '../../api/matchmaking';
import { toProblem, type Problem } from '../../api/problems';
import { newId } from '../../game/newId';
import { useSession } from '../useSession';

const ASK_MS = 1_000;
const RENEW_MS = 10_000;
/** A search that is not renewed for so long ends by itself. */
const LASTS_MS = 30_000;
/** One failure is not yet worth a word. */
const FAILURES_SHOWN = 2;
const NOT_SEARCHING = 'NOT_SEARCHING';
const UNKNOWN_SEARCH = 'UNKNOWN_SEARCH';

type Phase = 'IDLE' | 'SEARCHING' | 'LEAVING' | 'FOUND';

interface Search {
  readonly wish: SearchWish;
  /** Whether it takes the place of one that ended while the server could not be reached. */
  readonly isSecond: boolean;
  /** Of the command that begins it; the server makes the search's own. */
  readonly commandId: string;
  /** Empty until the server has answered. */
  id: string;
  /** Before so long after this it cannot have ended by itself. */
  renewedAtMs: number;
  failures: number;
}

const newSearch = (wish: SearchWish, isSecond: boolean): Search => ({ wish, isSecond, commandId: newId(), id: '', renewedAtMs: Date.now(), failures: 0 });

/** Whether the same request can succeed in a moment. */
const passesBy = ({ status, code }: Problem): boolean => status === 0 || status >= 500 || (status === 429 && code !== 'LIMIT_REACHED');
const delayMsAfter = (problem: Problem): number => problem.retryAfterMs ?? ASK_MS;
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

  async function begun(search: Search): Promise<void> {
    search.id = await asPlayer(() => beginSearch(search.commandId, search.wish));
    search.renewedAtMs = Date.now();
  }

  async function renew(search: Search): Promise<void> {
    const askedAtMs = Date.now();
    try {
      await asSelf(() => renewSearch(search.id));
      search.renewedAtMs = askedAtMs;
    } catch (error) {
      // An opponent was found, it is over, or it has not come to the pool yet; the views tell which.
      if (toProblem(error).code !== NOT_SEARCHING) throw error;
    }
  }

  /** What is to be done first, and then how it stands; the answer is the room, if there is one. */
  async function ask(search: Search): Promise<string | null> {
    if (search.id === '') return begun(search).then(() => null);
    if (Date.now() - search.renewedAtMs >= RENEW_MS) await renew(search);
    const view = await readSearch(search.id);
    if (running === search && view.pace !== undefined && view.pace !== 'UNKNOWN') pace.value = view.pace;
    return (await openRoomOf(view)) ?? null;
  }

  async function openRoomOf({ roomId }: SearchView): Promise<string | undefined> {
    return roomId !== undefined && (await isOpen(roomId)) ? roomId : undefined;
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
    isAdopted.value = true;
    search.id = searchId;
    search.renewedAtMs = 0;
  }

  /** What a failure means for the search; the answer is when to ask again. */
  function hear(search: Search, failed: Problem): number {
    const otherId = failed.code === 'ALREADY_SEARCHING' ? failed.details['searchId'] : undefined;
    if (otherId !== undefined) {
      adopt(search, otherId);
      return 0;
    } else if (failed.code === UNKNOWN_SEARCH) {
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
    if (search.isSecond && search.id === '' && document.visibilityState !== 'visible') return ASK_MS;
    try {
      const roomId = await ask(search);
      search.failures = 0;
      if (running !== search) return ASK_MS;
      isAway.value = false;
      if (roomId !== null) find(roomId);
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
    // Its id comes with the answer to its beginning, which may be on its way.
    if (search.id === '') await asking;
    if (search.id === '') return null;
    for (;;) {
      try {
        await asSelf(() => leaveSearch(search.id));
        return null;
      } catch (error) {
        const failed = toProblem(error);
        const come = failed.code === NOT_SEARCHING ? await outcomeOf(search) : undefined;
        if (come !== undefined) return come;
        if ((failed.code !== NOT_SEARCHING && !passesBy(failed)) || Date.now() >= endsAtMs) return null;
        await pause(delayMsAfter(failed));
      }
    }
  }

  /** The room of a search that cannot be left; null if it has come to nothing, and nothing if that cannot be told yet. */
  async function outcomeOf(search: Search): Promise<string | null | undefined> {
    try {
      return await openRoomOf(await readSearch(search.id));
    } catch (error) {
      return passesBy(toProblem(error)) ? undefined : null;
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
    if (search.id !== '') asSelf(() => leaveSearch(search.id)).catch(() => undefined);
  }

  window.addEventListener('pagehide', abandon);
  onScopeDispose(() => {
    window.removeEventListener('pagehide', abandon);
    abandon();
  });

  return { phase, beganAtMs, pace, foundRoomId, isAdopted, isAway, isOver, problem, begin, leave };
}

export type RunningSearch = ReturnType<typeof useSearch>;
