import { computed, type ComputedRef, type ShallowRef } from 'vue';
import type { GameEvent } from '../../game/events';
import { useGameView } from './gameView';
import { kindOf, type EventKind } from './words';

export interface EventFilter {
  readonly playerId: Readonly<ShallowRef<string>>;
  readonly kinds: Readonly<ShallowRef<ReadonlySet<EventKind>>>;
  readonly limit: Readonly<ShallowRef<number>>;
}

/** The newest of some events that pass a filter, newest first. */
export function lastVisible(
  events: readonly GameEvent[],
  playerId: string,
  kinds: ReadonlySet<EventKind>,
  limit: number,
): { events: readonly GameEvent[]; hasMore: boolean } {
  const found: GameEvent[] = [];
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index];
    if (event === undefined || !kinds.has(kindOf(event)) || (playerId !== '' && event.playerId !== playerId)) continue;
    if (found.length === limit) return { events: found, hasMore: true };
    found.push(event);
  }
  return { events: found, hasMore: false };
}

/** The events up to the playhead that pass a filter. */
export function useVisibleEvents({ playerId, kinds, limit }: EventFilter): { events: ComputedRef<readonly GameEvent[]>; hasMore: ComputedRef<boolean> } {
  const { session, state, nowMs } = useGameView();
  const found = computed(() => {
    // What is shown changes with the state, not with time alone.
    void state.value;
    return lastVisible(session.timeline.eventsBetween(Number.NEGATIVE_INFINITY, nowMs.value), playerId.value, kinds.value, limit.value);
  });
  return { events: computed(() => found.value.events), hasMore: computed(() => found.value.hasMore) };
}
