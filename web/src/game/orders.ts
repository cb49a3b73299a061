import type { components } from '../api/generated/ingest';
import { runsAtMs } from './actionCosts';
import type { Action, Direction, Tile, Upgrade } from './events';
import type { GameState, Robot } from './GameState';
import { directionBetween } from './tiles';

export { checkAim, checkOrder, placeAfterQueue, QUANTITY_MAXIMUM, type Refusal, type RefusalCode } from './refusals';
export { nearestStation, routeTo } from './routes';
export { directionBetween } from './tiles';
export { upgradePrice } from './upgrades';

/** What a player can tell the game by hand; a way of several steps is an order a step. */
export type Order =
  | { readonly type: 'MoveRobot'; readonly robotId: string; readonly direction: Direction }
  | { readonly type: 'AttackRobot'; readonly robotId: string; readonly targetRobotId: string }
  | { readonly type: 'StartMining'; readonly robotId: string; readonly mine?: Tile }
  | { readonly type: 'SellResources'; readonly robotId: string }
  | { readonly type: 'ClearQueue'; readonly robotId: string }
  | { readonly type: 'BuyRobots'; readonly quantity: number; readonly station?: Tile }
  | { readonly type: 'BuyUpgrade'; readonly robotId: string; readonly upgrade: Upgrade; readonly levels: number };

export type Command = components['schemas']['Command'];

/** The body for POST /games/{gameId}/commands. */
export function toCommand(order: Order): Command {
  return { ...order };
}

/** The moves along a way that begins next to a tile. */
export function movesAlong(robotId: string, from: Tile, route: readonly Tile[]): Order[] {
  const orders: Order[] = [];
  let at = from;
  for (const tile of route) {
    const direction = directionBetween(at, tile);
    if (direction === null) {
      throw new Error('A way goes from tile to neighbouring tile');
    }
    orders.push({ type: 'MoveRobot', robotId, direction });
    at = tile;
  }
  return orders;
}

/** What an order asks of a robot once it is its turn; null for one that is carried out at once. */
export function actionOf(order: Order): Action | null {
  switch (order.type) {
    case 'MoveRobot':
      return { type: order.type, direction: order.direction };
    case 'AttackRobot':
      return { type: order.type, targetRobotId: order.targetRobotId };
    case 'StartMining':
      return { type: order.type, mine: order.mine };
    case 'SellResources':
      return { type: order.type };
    default:
      return null;
  }
}

/** Why an order does not run at once; nothing is lost, it waits in the robot's queue. */
export type Delay =
  | { readonly code: 'QUEUED'; readonly place: number }
  | { readonly code: 'COOLING_DOWN'; readonly ms: number }
  | { readonly code: 'LOW_ENERGY'; readonly ms: number };

export function delayOf(state: GameState, order: Order, nowMs: number): Delay | null {
  const action = actionOf(order);
  const robot: Robot | undefined = 'robotId' in order ? state.robots.get(order.robotId) : undefined;
  if (action === null || robot === undefined) {
    return null;
  }
  if (robot.queue.length > 0) {
    return { code: 'QUEUED', place: robot.queue.length + 1 };
  }
  const runsAt = runsAtMs(state, robot, action);
  if (runsAt <= nowMs) {
    return null;
  }
  return { code: runsAt > robot.readyAtMs ? 'LOW_ENERGY' : 'COOLING_DOWN', ms: runsAt - nowMs };
}
