import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { baseUrl } from '../../api/base';
import { toProblem, type Problem } from '../../api/problems';
import { fetchEvents, fetchPastEvents, fetchSnapshot, MOVED_TO_HISTORY } from '../../api/stream';
import { retried } from '../../api/retried';
import type { FeedSource, FeedStatus } from '../../feed/FeedSource';
import { LiveFeed } from '../../feed/LiveFeed';
import { RecordedFeed } from '../../feed/RecordedFeed';
import type { GameEvent } from '../../game/events';
import { emptyState } from '../../game/evolve';
import type { GameState } from '../../game/GameState';
import type { Moment } from '../../game/moments';
import { Timeline } from '../../game/Timeline';
import type { PlayheadRange } from './PlayheadClock';

/** Events are shown this much later than they happen, so that they have come before their moment does. */
export const LIVE_DELAY_MS = 250;

/** The past of a game that was opened in its middle. */
export type PastState = 'complete' | 'loading' | 'failed';

/** A game that is open: its timeline, which grows, and how the connection stands. */
export interface GameSession {
  readonly gameId: string;
  readonly isRecorded: boolean;
  readonly timeline: Timeline;
  /** Grows with each change of the timeline, once a frame at most. */
  readonly version: Readonly<ShallowRef<number>>;
  readonly latest: Readonly<ShallowRef<GameState>>;
  readonly moments: ComputedRef<readonly Moment[]>;
  readonly status: Readonly<ShallowRef<FeedStatus>>;
  readonly pastState: Readonly<ShallowRef<PastState>>;
  /** Why the game cannot be shown at all. */
  readonly problem: Readonly<ShallowRef<Problem | null>>;
  readonly isOpen: ComputedRef<boolean>;
  readonly isOver: ComputedRef<boolean>;
  /** When the game began, or its first event. */
  readonly startMs: ComputedRef<number>;
  /** When it ended or will end. */
  readonly endMs: ComputedRef<number>;
  range(): PlayheadRange;
  /** The moment that is live, on the server's clock. */
  liveMs(): number;
  onEvents(listener: (events: readonly GameEvent[]) => void): void;
  reconnect(): void;
  /** Reads the past again after it failed. */
  retryPast(): void;
}

function newSession(gameId: string, isRecorded: boolean) {
  const timeline = shallowRef(new Timeline(emptyState(gameId)));
  const version = shallowRef(0);
  const latest = shallowRef(timeline.value.latest);
  const status = shallowRef<FeedStatus>({ state: 'connecting', attempt: 1 });
  const pastState = shallowRef<PastState>('complete');
  const problem = shallowRef<Problem | null>(null);
  const listeners: ((events: readonly GameEvent[]) => void)[] = [];
  let offsetMs = 0;
  let frame = 0;

  function publish(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      version.value++;
      latest.value = timeline.value.latest;
    });
  }

  function take(events: readonly GameEvent[]): void {
    timeline.value.append(events);
    for (const listener of listeners) listener(events);
    publish();
  }

  const isOpen = computed(() => latest.value.map.width > 0);
  const isOver = computed(() => latest.value.endedAtMs !== null);
  const moments = computed(() => (version.value, timeline.value.moments));
  const startMs = computed(() => latest.value.startedAtMs ?? (version.value, timeline.value.firstMs));
  const endMs = computed(() => latest.value.endedAtMs ?? latest.value.endsAtMs ?? (version.value, timeline.value.lastMs));
  const liveMs = (): number => Date.now() + offsetMs - LIVE_DELAY_MS;

  const session: GameSession = {
    gameId,
    isRecorded,
    get timeline() {
      return timeline.value;
    },
    version,
    latest,
    moments,
    status,
    pastState,
    problem,
    isOpen,
    isOver,
    startMs,
    endMs,
    range: () => {
      const { firstMs, lastMs, latest: newest } = timeline.value;
      const live = liveMs();
      // The last events are played to their end before the game is over for the view.
      const isLive = !isRecorded && (newest.endedAtMs === null || live < newest.endedAtMs);
      return { firstMs, lastMs: newest.endedAtMs ?? lastMs, liveMs: isLive ? Math.max(firstMs, live) : null };
    },
    liveMs,
    onEvents: (listener) => {
      listeners.push(listener);
    },
    reconnect: () => undefined,
    retryPast: () => undefined,
  };

  return {
    session,
    timeline,
    status,
    pastState,
    problem,
    take,
    publish,
    setOffset: (ms: number): void => {
      offsetMs = ms;
    },
  };
}

/** Opens a game of the server: its state first, so that there is a picture, then what happens, and behind that its past. */
export function useLiveGame(gameId: string): GameSession {
  const parts = newSession(gameId, false);
  const abort = new AbortController();
  let feed: FeedSource | null = null;

  async function open(): Promise<void> {
    try {
      const base = await retried(() => fetchSnapshot(gameId, abort.signal), abort.signal);
      parts.timeline.value = new Timeline(base);
      parts.publish();
      follow(base.sequence + 1);
      if (base.sequence > 0) void fillPast();
    } catch (error) {
      const problem = toProblem(error);
      if (abort.signal.aborted) return;
      if (problem.code === MOVED_TO_HISTORY) await openPast();
      else parts.problem.value = problem;
    }
  }

  /** A game that has left for the history is over, so all of it is read. */
  async function openPast(): Promise<void> {
    try {
      await fetchPastEvents(gameId, parts.take, abort.signal);
      parts.status.value = { state: 'closed', reason: 'OVER' };
    } catch (error) {
      if (!abort.signal.aborted) parts.problem.value = toProblem(error);
    }
  }

  function follow(from: number): void {
    feed?.stop();
    feed = new LiveFeed({ baseUrl: baseUrl(), path: `/games/${encodeURIComponent(gameId)}/feed`, from });
    feed.start({
      onEvents: parts.take,
      onStatus: (status) => {
        parts.status.value = status;
      },
      onClock: parts.setOffset,
    });
  }

  /** The past is folded as it comes, so that the page stays alive however long it is. */
  async function fillPast(): Promise<void> {
    const timeline = parts.timeline.value;
    const untilSequence = timeline.firstSequence - 1;
    parts.pastState.value = 'loading';
    try {
      const past = new Timeline(emptyState(gameId));
      await fetchEvents(gameId, 1, (batch) => past.append(batch.filter((event) => event.sequence <= untilSequence)), abort.signal);
      timeline.prepend(past);
      parts.pastState.value = 'complete';
      parts.publish();
    } catch {
      if (!abort.signal.aborted) parts.pastState.value = 'failed';
    }
  }

  onScopeDispose(() => {
    abort.abort();
    feed?.stop();
  });
  void open();

  return Object.assign(parts.session, {
    reconnect: () => follow(parts.session.timeline.lastSequence + 1),
    retryPast: () => {
      if (parts.pastState.value === 'failed') void fillPast();
    },
  });
}

/** Opens a game from a file. */
export function useRecordedGame(gameId: string, events: readonly GameEvent[]): GameSession {
  const parts = newSession(gameId, true);
  const feed = new RecordedFeed(events);
  feed.start({
    onEvents: parts.take,
    onStatus: (status) => {
      parts.status.value = status;
    },
    onClock: () => undefined,
  });
  onScopeDispose(() => feed.stop());
  return parts.session;
}
