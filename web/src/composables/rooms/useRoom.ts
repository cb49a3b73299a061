import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { baseUrl } from '../../api/base';
import { joinRoom, sendToRoom, type RoomCommand } from '../../api/client';
import { toProblem, type Problem } from '../../api/problems';
import type { FeedStatus } from '../../feed/FeedSource';
import { LiveFeed } from '../../feed/LiveFeed';
import { newId } from '../../game/newId';
import { evolveRoom, UNKNOWN_ROOM, type RoomEvent, type RoomState } from '../../rooms/RoomState';
import { useSession } from '../useSession';

/** After so long without an effect an order is sent again; it has the same id, and is carried out once. */
const AGAIN_MS = 2_500;
const LOOK_MS = 250;

export type Order = RoomCommand extends infer Command ? (Command extends unknown ? Omit<Command, 'commandId'> : never) : never;

interface Sent {
  readonly command: RoomCommand & { readonly commandId: string };
  /** The last event that was known when it was sent first. */
  readonly since: number;
  sentAtMs: number;
}

/** A room as it happens, its past, and the orders of who is signed in. */
export function useRoom(roomId: string) {
  const { session, asPlayer } = useSession();
  const events = shallowRef<readonly RoomEvent[]>([]);
  const room = shallowRef<RoomState>(UNKNOWN_ROOM);
  const status = shallowRef<FeedStatus>({ state: 'connecting', attempt: 1 });
  const clockOffsetMs = ref(0);
  const problem = shallowRef<Problem | null>(null);
  const refusal = ref<string | null>(null);
  const sent = shallowRef<Sent | null>(null);
  const ownPlayerId = computed(() => session.value?.playerId ?? null);

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

  /** What came of an order is among the events. */
  function hear(event: RoomEvent): void {
    if (event.commandId === undefined || event.commandId !== sent.value?.command.commandId) return;
    sent.value = null;
    refusal.value = event.type === 'CommandRejected' ? event.code : null;
  }

  async function deliver(order: Sent): Promise<void> {
    order.sentAtMs = Date.now();
    try {
      await asPlayer(() => sendToRoom(roomId, order.command));
    } catch (error) {
      const failed = toProblem(error);
      // Whoever was not reached is asked again, and a refusal is final.
      if (failed.status >= 400 && failed.status < 500 && failed.status !== 429 && sent.value === order) {
        sent.value = null;
        problem.value = failed;
      }
    }
  }

  /** One order at a time: the next one waits for what becomes of it. */
  function send(order: Order): void {
    if (sent.value !== null) return;
    problem.value = null;
    refusal.value = null;
    const command = { ...order, commandId: newId() } as Sent['command'];
    sent.value = { command, since: room.value.sequence, sentAtMs: Date.now() };
    void deliver(sent.value);
  }

  const again = setInterval(() => {
    const order = sent.value;
    if (order !== null && Date.now() - order.sentAtMs > AGAIN_MS) void deliver(order);
  }, LOOK_MS);

  async function join(invitation: string | null): Promise<void> {
    problem.value = null;
    try {
      await asPlayer(() => joinRoom(roomId, invitation));
    } catch (error) {
      problem.value = toProblem(error);
    }
  }

  onScopeDispose(() => {
    clearInterval(again);
    feed.stop();
  });

  return { events, room, status, clockOffsetMs, problem, refusal, sent, ownPlayerId, send, join };
}
