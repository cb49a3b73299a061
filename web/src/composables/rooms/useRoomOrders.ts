import { onScopeDispose, ref, shallowRef } from 'vue';
import type { RoomCommand } from '../../api/client';
import { NO_OUTCOME, Problem, toProblem } from '../../api/problems';
import { newId } from '../../game/newId';
import type { RoomEvent } from '../../rooms/RoomState';

/** After so long without an effect an order is sent again; it has the same id, and is carried out once. */
const AGAIN_MS = 2_500;
/** What no event has told of for so long is given up: a room that is gone answers nothing. */
const GIVE_UP_MS = 30_000;
const LOOK_MS = 250;

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'commandId'> : never;

/** What a viewer wants of a room. Joining has a way of its own, which knows the player's name. */
export type Order = WithoutId<Exclude<RoomCommand, { type: 'JoinRoom' }>> | { readonly type: 'JoinRoom'; readonly invitation?: string };
export type SentOrder = Order & { readonly commandId: string };

/** Orders to a room, one at a time: each is sent until the events tell what came of it. */
export function useRoomOrders(deliver: (order: SentOrder) => Promise<void>) {
  const sent = shallowRef<SentOrder | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const refusal = ref<string | null>(null);
  let beganAtMs = 0;
  let sentAtMs = 0;

  function end(of: SentOrder, why: Problem | null): void {
    if (sent.value !== of) return;
    sent.value = null;
    problem.value = why;
  }

  async function attempt(order: SentOrder): Promise<void> {
    sentAtMs = Date.now();
    try {
      await deliver(order);
    } catch (error) {
      const failed = toProblem(error);
      // Whoever was not reached is asked again, and a refusal is final.
      if (failed.status >= 400 && failed.status < 500 && failed.status !== 429) end(order, failed);
    }
  }

  /** The next order waits for what becomes of the one before. */
  function send(order: Order): void {
    if (sent.value !== null) return;
    problem.value = null;
    refusal.value = null;
    sent.value = { ...order, commandId: newId() };
    beganAtMs = Date.now();
    void attempt(sent.value);
  }

  /** What came of an order is among the events, and a closed room carries out no more. */
  function hear(event: RoomEvent): void {
    if (sent.value === null) return;
    if (event.commandId === sent.value.commandId) {
      refusal.value = event.type === 'CommandRejected' ? event.code : null;
      sent.value = null;
    } else if (event.type === 'RoomClosed') {
      sent.value = null;
    }
  }

  const looking = setInterval(() => {
    const order = sent.value;
    const nowMs = Date.now();
    if (order === null) return;
    if (nowMs - beganAtMs > GIVE_UP_MS) end(order, new Problem({ code: NO_OUTCOME, status: 0, detail: order.type }));
    else if (nowMs - sentAtMs > AGAIN_MS) void attempt(order);
  }, LOOK_MS);
  onScopeDispose(() => clearInterval(looking));

  return { sent, problem, refusal, send, hear };
}
