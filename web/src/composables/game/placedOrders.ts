import type { Command } from '../../game/orders';

/** `replaced` gave way to another order before all of it was sent; `dropped` was planned when the robot's queue was emptied. */
export type OrderState = 'pending' | 'queued' | 'running' | 'done' | 'failed' | 'rejected' | 'replaced' | 'dropped';

/** An order as the player sees it: what was wanted, and what came of it. */
export interface PlacedOrder {
  readonly number: number;
  readonly robotId: string | null;
  readonly words: string;
  readonly state: OrderState;
  readonly why: string | null;
  /** What a program would send for it. */
  readonly commands: readonly Command[];
}

export type PlacedOrders = readonly PlacedOrder[];

/** Sent, and not yet begun for all that is known. */
export function isAhead(order: PlacedOrder): boolean {
  return order.state === 'pending' || order.state === 'queued';
}

/** Whether something can still come of it. */
export function isOpen(order: PlacedOrder): boolean {
  return isAhead(order) || order.state === 'running';
}

/** Gives an order a state, unless it has its outcome already: that one stays. */
export function withState(orders: PlacedOrders, number: number, state: OrderState, why: string | null = null): PlacedOrders {
  return orders.map((order) => (order.number === number && isOpen(order) ? { ...order, state, why } : order));
}

/** What waited in a robot's queue when it was emptied, as far as it is older than the order that emptied it. */
export function withDropped(orders: PlacedOrders, robotId: string, beforeNumber: number): PlacedOrders {
  return orders.map((order) =>
    order.robotId === robotId && order.number < beforeNumber && order.state === 'queued' ? { ...order, state: 'dropped' } : order,
  );
}
