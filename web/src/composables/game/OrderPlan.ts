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

/** A plan takes the place of what the robot had in its queue. */
function replacing(robot: Robot): readonly Order[] {
  return robot.queue.length > 0 ? [{ type: 'ClearQueue', robotId: robot.robotId }] : [];
}

/** The way to a tile, step by step. */
export function planWay(state: GameState, robot: Robot, tile: Tile): Planned {
  if (!isStarSystem(state.map, tile)) return { refusal: { code: 'VOID', tile } };
  if (sameTile(robot.position, tile)) return { plan: { robotId: robot.robotId, orders: replacing(robot), route: [] } };
  const route = routeTo(state.map, robot.position, tile);
  if (route.length === 0) return { noWay: true };
  return { plan: { robotId: robot.robotId, orders: [...replacing(robot), ...movesAlong(robot.robotId, robot.position, route)], route } };
}

/** To the nearest station, and there the sale. */
export function planSale(state: GameState, ownPlayerId: string | null, robot: Robot, nowMs: number): Planned {
  const nearest = nearestStation(state, robot.position);
  if (nearest === null) return { noWay: true };
  const sale: Order = { type: 'SellResources', robotId: robot.robotId };
  const refusal = checkOrder(state, ownPlayerId, sale, nowMs, nearest.tile);
  if (refusal !== null) return { refusal };
  const way = movesAlong(robot.robotId, robot.position, nearest.route);
  return { plan: { robotId: robot.robotId, orders: [...(way.length > 0 ? replacing(robot) : []), ...way, sale], route: nearest.route } };
}

/** A single order, added to what is in the queue. */
export function planOne(state: GameState, ownPlayerId: string | null, order: Order, nowMs: number): Planned {
  const refusal = checkOrder(state, ownPlayerId, order, nowMs);
  return refusal === null ? { plan: { robotId: 'robotId' in order ? order.robotId : '', orders: [order], route: [] } } : { refusal };
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
