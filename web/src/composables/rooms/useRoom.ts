import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { baseUrl } from '../../api/base';
import { joinRoom, sendToRoom } from '../../api/client';
import type { FeedStatus } from '../../feed/FeedSource';
import { LiveFeed } from '../../feed/LiveFeed';
import { evolveRoom, UNKNOWN_ROOM, type RoomEvent, type RoomState } from '../../rooms/RoomState';
import { useSession } from '../useSession';
import { useRoomOrders } from './useRoomOrders';

/** A room as it happens, its past, and the orders of who is signed in. */
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

  const feed = new LiveFeed<RoomEvent>({ baseUrl: baseUrl(), path: `/rooms/${encodeURIComponent(roomId)}/feed`, from: 1 });
  feed.start({
    onEvents(fresh) {
      events.value = [...events.value, ...fresh];
      room.value = fresh.reduce(evolveRoom, room.value);
      fresh.forEach(hear);
    },
    onStatus(now) {
      status.value = now;
    },
    onClock(offsetMs) {
      clockOffsetMs.value = offsetMs;
    },
  });
  onScopeDispose(() => feed.stop());

  return { events, room, status, clockOffsetMs, problem, refusal, sent, ownPlayerId, send };
}
