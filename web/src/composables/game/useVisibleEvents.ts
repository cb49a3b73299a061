import { computed, type ComputedRef, type ShallowRef } from 'vue';
import type { GameEvent } from '../../game/events';
import type { Timeline } from '../../game/Timeline';
import { useGameView } from './gameView';
import { kindOf, type EventKind } from './words';

export interface EventFilter {
  readonly playerId: Readonly<ShallowRef<string>>;
  readonly kinds: Readonly<ShallowRef<ReadonlySet<EventKind>>>;
  readonly limit: Readonly<ShallowRef<number>>;
}

/** The newest events up to a moment that pass a filter, newest first. */
export function lastVisible(
  timeline: Timeline,
  untilMs: number,
  playerId: string,
  kinds: ReadonlySet<EventKind>,
  limit: number,
): { events: readonly GameEvent[]; hasMore: boolean } {
  // One more than is shown tells whether there are more.
  const found = timeline.lastEvents(untilMs, limit + 1, (event) => kinds.has(kindOf(event)) && (playerId === '' || event.playerId === playerId));
  return { events: found.slice(0, limit), hasMore: found.length > limit };
}

/** The events up to the playhead that pass a filter. */
export function useVisibleEvents({ playerId, kinds, limit }: EventFilter): { events: ComputedRef<readonly GameEvent[]>; hasMore: ComputedRef<boolean> } {
  const { session, state, nowMs } = useGameView();
  const found = computed(() => {
    // What is shown changes with the state, not with time alone.
    void state.value;
    return lastVisible(session.timeline, nowMs.value, playerId.value, kinds.value, limit.value);
  });
  return { events: computed(() => found.value.events), hasMore: computed(() => found.value.hasMore) };
}
