import { actionOf, checkOrder, movesAlong, nearestStation, routeTo, type Order, type Refusal } from '../../game/orders';
import type { Tile } from '../../game/events';
import type { GameState, Robot } from '../../game/GameState';
import { isStarSystem, neighbour, sameTile } from '../../game/tiles';

/** What somebody wants of a robot: orders that are sent one after the other, as far as the robot's queue has room. */
export interface OrderPlan {
  readonly robotId: string;
  readonly orders: readonly Order[];
  /** The tiles that it enters, for the map. */
  readonly route: readonly Tile[];
}

export type Planned = { readonly plan: OrderPlan } | { readonly refusal: Refusal } | { readonly noWay: true };

/** Whether anything may wait in a robot's queue, as far as its state tells. */
const hasQueue = (robot: Robot): boolean => robot.queue.length > 0;

/** A plan takes the place of what the robot had in its queue. */
function replacing(robot: Robot, isBusy: boolean): readonly Order[] {
  return isBusy ? [{ type: 'ClearQueue', robotId: robot.robotId }] : [];
}

/**
 * The way to a tile, step by step.
 *
 * @param isBusy whether there is something that it takes the place of: orders that were sent a moment ago are not in the state yet
 */
export function planWay(state: GameState, robot: Robot, tile: Tile, isBusy = hasQueue(robot)): Planned {
  if (!isStarSystem(state.map, tile)) return { refusal: { code: 'VOID', tile } };
  const clearing = replacing(robot, isBusy);
  if (sameTile(robot.position, tile)) return { plan: { robotId: robot.robotId, orders: clearing, route: [] } };
  const route = routeTo(state.map, robot.position, tile);
  if (route.length === 0) return { noWay: true };
  return { plan: { robotId: robot.robotId, orders: [...clearing, ...movesAlong(robot.robotId, robot.position, route)], route } };
}

/** To the nearest station, and there the sale. It leaves the mine and empties the queue, so it is judged as if the robot did nothing. */
export function planSale(state: GameState, ownPlayerId: string | null, robot: Robot, nowMs: number, isBusy = hasQueue(robot)): Planned {
  const nearest = nearestStation(state, robot.position);
  if (nearest === null) return { noWay: true };
  const sale: Order = { type: 'SellResources', robotId: robot.robotId };
  const refusal = checkOrder(withIdle(state, robot), ownPlayerId, sale, nowMs, nearest.tile);
  if (refusal !== null) return { refusal };
  const way = movesAlong(robot.robotId, robot.position, nearest.route);
  return { plan: { robotId: robot.robotId, orders: [...replacing(robot, isBusy), ...way, sale], route: nearest.route } };
}

function withIdle(state: GameState, robot: Robot): GameState {
  return { ...state, robots: new Map(state.robots).set(robot.robotId, { ...robot, queue: [], mining: null }) };
}

/** A single order, added to what is in the queue. */
export function planOne(state: GameState, ownPlayerId: string | null, order: Order, nowMs: number): Planned {
  const refusal = checkOrder(state, ownPlayerId, order, nowMs);
  return refusal === null ? { plan: { robotId: 'robotId' in order ? order.robotId : '', orders: [order], route: [] } } : { refusal };
}

/** Whether a plan is about a robot's queue. What is not, such as an upgrade, leaves the queue and what is still to be sent alone. */
export function usesQueue(plan: OrderPlan): boolean {
  return plan.orders.some((order) => order.type === 'ClearQueue' || actionOf(order) !== null);
}

/** How many of a plan's orders fit now; orders that are no actions need no room. */
export function sendable(orders: readonly Order[], free: number): number {
  let room = free;
  let count = 0;
  for (const order of orders) {
    if (actionOf(order) !== null && room-- <= 0) break;
    count++;
  }
  return count;
}

/** Where the queue of a robot leads, tile by tile. */
export function queuedRoute(robot: Robot): readonly Tile[] {
  const route: Tile[] = [];
  let at = robot.position;
  for (const { action } of robot.queue) {
    if (action.direction === undefined) continue;
    at = neighbour(at, action.direction);
    route.push(at);
  }
  return route;
}
