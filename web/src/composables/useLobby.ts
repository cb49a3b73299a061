import { computed, onMounted, onUnmounted, ref, shallowRef } from 'vue';
import { baseUrl } from '../api/base';
import { listGames, type GameState } from '../api/client';
import { toProblem, type Problem } from '../api/problems';
import type { FeedStatus } from '../feed/FeedSource';
import { LobbyFeed } from '../feed/LobbyFeed';
import { gamesIn, lobbyGameOf, withEvents, withRead, type LobbyGame } from './lobby/lobbyGames';

const STATES: readonly GameState[] = ['STARTED', 'CREATED', 'ENDED'];
const PAGE = 200;
/** The list goes by age, and the newest are wanted: of very many games, so many pages of each state are read. */
const PAGES_MAXIMUM = 10;
const POLL_MS = 8_000;

/** The games of the installation: read in pages, then kept up to date by the lobby's feed, or by reading again while there is none. */
export function useLobby() {
  const games = shallowRef<ReadonlyMap<string, LobbyGame>>(new Map());
  const missing = ref(0);
  const hasRead = ref(false);
  const problem = shallowRef<Problem | null>(null);
  const status = shallowRef<FeedStatus>({ state: 'connecting', attempt: 1 });
  const clockOffsetMs = ref(0);

  async function readState(state: GameState): Promise<number> {
    let after: string | undefined;
    let unanswered = 0;
    for (let page = 0; page < PAGES_MAXIMUM; page++) {
      const answer = await listGames(after === undefined ? { state, limit: PAGE } : { state, limit: PAGE, after });
      games.value = withRead(games.value, (answer.games ?? []).map(lobbyGameOf));
      unanswered = Math.max(unanswered, answer.missing?.length ?? 0);
      after = answer.next;
      if (after === undefined) break;
    }
    return unanswered;
  }

  async function read(): Promise<void> {
    try {
      const unanswered = await Promise.all(STATES.map(readState));
      missing.value = Math.max(...unanswered);
      problem.value = null;
      hasRead.value = true;
    } catch (error) {
      problem.value = toProblem(error);
    }
  }

  const feed = new LobbyFeed({ baseUrl: baseUrl() });
  let poll: ReturnType<typeof setInterval> | undefined;

  onMounted(() => {
    void read();
    feed.start({
      onIncomplete: () => void read(),
      onEvents: (events) => {
        games.value = withEvents(games.value, events);
      },
      onStatus: (next) => {
        status.value = next;
      },
      onClock: (offsetMs) => {
        clockOffsetMs.value = offsetMs;
      },
    });
    poll = setInterval(() => {
      if (status.value.state !== 'live' && document.visibilityState === 'visible') void read();
    }, POLL_MS);
  });
  onUnmounted(() => {
    feed.stop();
    clearInterval(poll);
  });

  return {
    running: computed(() => gamesIn(games.value, 'STARTED')),
    open: computed(() => gamesIn(games.value, 'CREATED')),
    ended: computed(() => gamesIn(games.value, 'ENDED')),
    missing,
    hasRead,
    problem,
    status,
    clockOffsetMs,
    read,
  };
}
