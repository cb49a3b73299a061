import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { baseUrl } from '../../api/base';
import { joinRoom, sendToRoom } from '../../api/client';
import { pastRoomEvents } from '../../api/pastRooms';
import { toProblem, type Problem } from '../../api/problems';
import type { FeedListener, FeedStatus } from '../../feed/FeedSource';
import { LiveFeed } from '../../feed/LiveFeed';
import { evolveRoom, UNKNOWN_ROOM, type RoomEvent, type RoomState } from '../../rooms/RoomState';
import { useSession } from '../useSession';
import { useRoomOrders } from './useRoomOrders';

/** A room as it happens, or as it was if it has left for the history, and the orders of who is signed in. */
export function useRoom(roomId: string) {
  const { session, asPlayer } = useSession();
  const events = shallowRef<readonly RoomEvent[]>([]);
  const room = shallowRef<RoomState>(UNKNOWN_ROOM);
  const status = shallowRef<FeedStatus>({ state: 'connecting', attempt: 1 });
  const clockOffsetMs = ref(0);
  const ownPlayerId = computed(() => session.value?.playerId ?? null);
  const { sent, problem, refusal, send, hear } = useRoomOrders((order) =>
    asPlayer(() => (order.type === 'JoinRoom' ? joinRoom(roomId, order.commandId, order.invitation) : sendToRoom(roomId, order))),
  );

  const pastProblem = shallowRef<Problem | null>(null);
  const abort = new AbortController();

  function take(fresh: readonly RoomEvent[]): void {
    events.value = [...events.value, ...fresh];
    room.value = fresh.reduce(evolveRoom, room.value);
    fresh.forEach(hear);
  }

  async function readPast(): Promise<void> {
    pastProblem.value = null;
    events.value = [];
    room.value = UNKNOWN_ROOM;
    try {
      await pastRoomEvents(roomId, take, { signal: abort.signal });
      status.value = { state: 'closed', reason: 'OVER' };
    } catch (error) {
      if (!abort.signal.aborted) pastProblem.value = toProblem(error);
    }
  }

  const listener: FeedListener<RoomEvent> = {
    onEvents: take,
    onStatus(now) {
      if (now.state === 'closed' && now.reason === 'MOVED_TO_HISTORY') void readPast();
      else status.value = now;
    },
    onClock(offsetMs) {
      clockOffsetMs.value = offsetMs;
    },
  };
  let feed = followed();

  function followed(): LiveFeed<RoomEvent> {
    const fresh = new LiveFeed<RoomEvent>({ baseUrl: baseUrl(), path: `/rooms/${encodeURIComponent(roomId)}/feed`, from: room.value.sequence + 1 });
    fresh.start(listener);
    return fresh;
  }

  // A browser shows who it acts for when it connects, and the room takes nobody for gone of whom it does not know.
  watch(ownPlayerId, () => {
    if (status.value.state === 'closed') return;
    feed.stop();
    feed = followed();
  });
  onScopeDispose(() => {
    feed.stop();
    abort.abort();
  });

  return { events, room, status, clockOffsetMs, problem, pastProblem, refusal, sent, ownPlayerId, send, readPast };
}
