import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { NO_OUTCOME, Problem } from '../../api/problems';
import type { RoomEvent } from '../../rooms/RoomState';
import { useRoomOrders, type SentOrder } from './useRoomOrders';

const deliver = vi.fn<(order: SentOrder) => Promise<void>>();
let scope: EffectScope;
let orders: ReturnType<typeof useRoomOrders>;

const eventOf = (type: string, facts: object = {}): RoomEvent => ({ type, sequence: 9, ...facts }) as RoomEvent;
const failure = (status: number): Problem => new Problem({ code: 'ANY', status, detail: '' });
const idOf = (call: number): string | undefined => deliver.mock.calls[call]?.[0].commandId;

beforeEach(() => {
  vi.useFakeTimers();
  deliver.mockReset().mockResolvedValue();
  scope = effectScope();
  scope.run(() => {
    orders = useRoomOrders(deliver);
  });
  orders.send({ type: 'PlaceMark', round: 1, move: 1, cell: 4 });
});

afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

describe('orders to a room', () => {
  it('wait for each other', () => {
    orders.send({ type: 'LeaveRoom' });
    expect(deliver).toHaveBeenCalledTimes(1);
    expect(orders.sent.value).toMatchObject({ type: 'PlaceMark', cell: 4 });

    orders.hear(eventOf('MarkPlaced', { commandId: idOf(0) }));
    expect(orders.sent.value).toBeNull();
    orders.send({ type: 'LeaveRoom' });
    expect(deliver).toHaveBeenCalledTimes(2);
    expect(idOf(1)).not.toBe(idOf(0));
  });

  it('are sent again with the same id until an event tells of them', async () => {
    deliver.mockRejectedValueOnce(failure(0)).mockRejectedValueOnce(failure(503)).mockRejectedValueOnce(failure(429));
    await vi.advanceTimersByTimeAsync(9_000);
    expect(deliver).toHaveBeenCalledTimes(4);
    expect(new Set(deliver.mock.calls.map(([order]) => order.commandId)).size).toBe(1);
    orders.hear(eventOf('MarkPlaced', { commandId: 'of another' }));
    expect(orders.sent.value).not.toBeNull();

    orders.hear(eventOf('MarkPlaced', { commandId: idOf(0) }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(deliver).toHaveBeenCalledTimes(4);
    expect(orders.problem.value).toBeNull();
  });

  it('tell why the rules refused them', () => {
    orders.hear(eventOf('CommandRejected', { commandId: idOf(0), code: 'CELL_TAKEN' }));
    expect(orders.refusal.value).toBe('CELL_TAKEN');
    expect(orders.sent.value).toBeNull();

    orders.send({ type: 'LeaveRoom' });
    expect(orders.refusal.value).toBeNull();
  });

  it('end where the server refuses them', async () => {
    orders.hear(eventOf('MarkPlaced', { commandId: idOf(0) }));
    deliver.mockRejectedValueOnce(failure(403));
    orders.send({ type: 'JoinRoom', invitation: 'a text that lets in' });
    await vi.advanceTimersByTimeAsync(0);
    expect(orders.problem.value?.status).toBe(403);
    expect(orders.sent.value).toBeNull();
  });

  it('end with the room', async () => {
    orders.hear(eventOf('RoomClosed'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(deliver).toHaveBeenCalledTimes(1);
    expect(orders.sent.value).toBeNull();
    expect(orders.problem.value).toBeNull();
  });

  it('are given up where nothing comes of them', async () => {
    await vi.advanceTimersByTimeAsync(29_000);
    expect(orders.problem.value).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(orders.problem.value?.code).toBe(NO_OUTCOME);
    expect(orders.sent.value).toBeNull();
    const tries = deliver.mock.calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(deliver).toHaveBeenCalledTimes(tries);
  });

  it('are not sent any more once nobody looks', async () => {
    scope.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(deliver).toHaveBeenCalledTimes(1);
  });
});
