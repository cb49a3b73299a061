import { energyCost } from './actionCosts';
import type { Resource, Tile } from './events';
import type { GameState, Phase, Player, Robot } from './GameState';
import type { Order } from './orders';
import { contentAt, indexOf, isInside, isStarSystem, isStation, neighbour, sameTile } from './tiles';
import { LEVEL_MAXIMUM, levelOf, upgradePrice } from './upgrades';
import { cargoUnits, energyCapacity, storage } from './vitals';

/** Why an order would come to nothing, with the values for a sentence about it. */
export type Refusal =
  | { readonly code: 'GAME_NOT_RUNNING'; readonly phase: Phase }
  | { readonly code: 'NOT_A_PARTICIPANT' }
  | { readonly code: 'ELIMINATED' }
  | { readonly code: 'UNKNOWN_ROBOT' }
  | { readonly code: 'NOT_OWNER' }
  | { readonly code: 'ROBOT_DESTROYED' }
  | { readonly code: 'QUEUE_FULL'; readonly maximum: number }
  | { readonly code: 'TOO_LITTLE_CAPACITY'; readonly needed: number; readonly capacity: number }
  | { readonly code: 'EDGE' }
  | { readonly code: 'VOID'; readonly tile: Tile }
  | { readonly code: 'UNKNOWN_TARGET' }
  | { readonly code: 'TARGET_DESTROYED' }
  | { readonly code: 'NOT_HERE'; readonly tile: Tile }
  | { readonly code: 'SELF_TARGET' }
  | { readonly code: 'NOBODY_HERE' }
  | { readonly code: 'SAFE_ZONE' }
  | { readonly code: 'NO_MINE' }
  | { readonly code: 'CANNOT_HOLD'; readonly resource: Resource; readonly miningLevel: number }
  | { readonly code: 'CARGO_FULL'; readonly capacity: number }
  | { readonly code: 'MINING_IN_PROGRESS'; readonly ms: number }
  | { readonly code: 'NOT_AT_STATION' }
  | { readonly code: 'NOTHING_TO_SELL' }
  | { readonly code: 'NOT_A_STATION'; readonly tile: Tile }
  | { readonly code: 'INVALID_QUANTITY'; readonly maximum: number }
  | { readonly code: 'ROBOT_LIMIT'; readonly robots: number; readonly maximum: number }
  | { readonly code: 'TOO_EXPENSIVE'; readonly price: number; readonly balance: number }
  | { readonly code: 'MAX_LEVEL'; readonly level: number };

export type RefusalCode = Refusal['code'];

/** What a single order can buy. */
export const QUANTITY_MAXIMUM = 100;

type OrderOf<T extends Order['type']> = Extract<Order, { type: T }>;

/** Where a robot is when all that waits in its queue has run, if nobody stops it. */
export function placeAfterQueue(state: GameState, robot: Robot): Tile {
  let at = robot.position;
  for (const { action } of robot.queue) {
    const next = action.direction === undefined ? at : neighbour(at, action.direction);
    at = isStarSystem(state.map, next) ? next : at;
  }
  return at;
}

/**
 * Whether an order would come to nothing, as far as the state tells; null if it is worth sending. The server decides, by the state at the
 * moment at which the action runs.
 *
 * @param at where the robot will be by then; after its queue if left out
 */
export function checkOrder(
  state: GameState,
  ownPlayerId: string | null,
  order: Order,
  nowMs: number,
  at?: Tile,
): Refusal | null {
  if (state.phase !== 'RUNNING') {
    return { code: 'GAME_NOT_RUNNING', phase: state.phase };
  }
  const player = ownPlayerId === null ? undefined : state.players.get(ownPlayerId);
  if (player === undefined) {
    return { code: 'NOT_A_PARTICIPANT' };
  }
  if (player.eliminated) {
    return { code: 'ELIMINATED' };
  }
  if (order.type === 'BuyRobots') {
    return checkBuyRobots(state, player, order);
  }
  const robot = state.robots.get(order.robotId);
  if (robot === undefined) {
    return { code: 'UNKNOWN_ROBOT' };
  }
  if (robot.playerId !== player.playerId) {
    return { code: 'NOT_OWNER' };
  }
  if (robot.destroyed) {
    return { code: 'ROBOT_DESTROYED' };
  }
  return checkRobotOrder(state, player, robot, order, nowMs, at ?? placeAfterQueue(state, robot));
}

/** Whether a robot has nobody to attack where its queue leads it; null if somebody else's robot is there. */
export function checkAim(state: GameState, ownPlayerId: string | null, robot: Robot, nowMs: number): Refusal | null {
  const at = placeAfterQueue(state, robot);
  for (const other of state.robots.values()) {
    if (!other.destroyed && other.playerId !== robot.playerId && sameTile(other.position, at)) {
      const order: Order = { type: 'AttackRobot', robotId: robot.robotId, targetRobotId: other.robotId };
      return checkOrder(state, ownPlayerId, order, nowMs, at);
    }
  }
  return { code: isStation(state.map, at) ? 'SAFE_ZONE' : 'NOBODY_HERE' };
}

function checkRobotOrder(
  state: GameState,
  player: Player,
  robot: Robot,
  order: Exclude<Order, { type: 'BuyRobots' }>,
  nowMs: number,
  at: Tile,
): Refusal | null {
  if (order.type === 'ClearQueue') {
    return null;
  }
  if (order.type === 'BuyUpgrade') {
    return checkBuyUpgrade(state, player, robot, order);
  }
  if (robot.queue.length >= state.rules.queueMaximum) {
    return { code: 'QUEUE_FULL', maximum: state.rules.queueMaximum };
  }
  const direction = order.type === 'MoveRobot' ? order.direction : undefined;
  const needed = energyCost(state, robot.levels, at, { type: order.type, direction });
  const capacity = energyCapacity(state.rules, robot.levels);
  if (needed > capacity) {
    return { code: 'TOO_LITTLE_CAPACITY', needed, capacity };
  }
  switch (order.type) {
    case 'MoveRobot':
      return checkMove(state, order, at);
    case 'AttackRobot':
      return checkAttack(state, order, at);
    case 'StartMining':
      return checkMining(state, robot, order, nowMs, at);
    case 'SellResources':
      return checkSale(state, robot, at);
  }
}

function checkMove(state: GameState, order: OrderOf<'MoveRobot'>, at: Tile): Refusal | null {
  const tile = neighbour(at, order.direction);
  if (!isInside(state.map, tile)) {
    return { code: 'EDGE' };
  }
  return isStarSystem(state.map, tile) ? null : { code: 'VOID', tile };
}

function checkAttack(state: GameState, order: OrderOf<'AttackRobot'>, at: Tile): Refusal | null {
  if (order.targetRobotId === order.robotId) {
    return { code: 'SELF_TARGET' };
  }
  const target = state.robots.get(order.targetRobotId);
  if (target === undefined) {
    return { code: 'UNKNOWN_TARGET' };
  }
  if (target.destroyed) {
    return { code: 'TARGET_DESTROYED' };
  }
  if (!sameTile(target.position, at)) {
    return { code: 'NOT_HERE', tile: target.position };
  }
  return isStation(state.map, at) ? { code: 'SAFE_ZONE' } : null;
}

function checkMining(
  state: GameState,
  robot: Robot,
  order: OrderOf<'StartMining'>,
  nowMs: number,
  at: Tile,
): Refusal | null {
  const tile = order.mine ?? at;
  const mine = state.mines.get(indexOf(state.map, tile));
  if (contentAt(state.map, tile) !== 'MINE' || mine === undefined) {
    return { code: 'NO_MINE' };
  }
  const { rules } = state;
  const rarest = rules.miningResource.map((resource) => RARITY[resource]);
  if (RARITY[mine.resource] > (rarest[robot.levels.mining] ?? -1)) {
    return {
      code: 'CANNOT_HOLD',
      resource: mine.resource,
      miningLevel: rarest.findIndex((rarity) => rarity >= RARITY[mine.resource]),
    };
  }
  const capacity = storage(rules, robot.levels);
  if (cargoUnits(robot.cargo) >= capacity && !sellsBefore(robot)) {
    return { code: 'CARGO_FULL', capacity };
  }
  const startsAtMs = Math.max(nowMs, robot.readyAtMs);
  // What waits before it may take as long as the process that runs.
  if (robot.mining !== null && robot.queue.length === 0 && robot.mining.completesAtMs > startsAtMs) {
    return { code: 'MINING_IN_PROGRESS', ms: robot.mining.completesAtMs - nowMs };
  }
  return null;
}

function checkSale(state: GameState, robot: Robot, at: Tile): Refusal | null {
  if (!isStation(state.map, at)) {
    return { code: 'NOT_AT_STATION' };
  }
  const minesBefore = robot.mining !== null || robot.queue.some(({ action }) => action.type === 'StartMining');
  return robot.cargo.length === 0 && !minesBefore ? { code: 'NOTHING_TO_SELL' } : null;
}

function checkBuyRobots(state: GameState, player: Player, order: OrderOf<'BuyRobots'>): Refusal | null {
  if (!Number.isInteger(order.quantity) || order.quantity < 1 || order.quantity > QUANTITY_MAXIMUM) {
    return { code: 'INVALID_QUANTITY', maximum: QUANTITY_MAXIMUM };
  }
  const tile = order.station ?? player.homeStation;
  if (!isStation(state.map, tile)) {
    return { code: 'NOT_A_STATION', tile };
  }
  const { robotsPerPlayerMaximum: maximum, robotPrice } = state.rules;
  if (player.robots + order.quantity > maximum) {
    return { code: 'ROBOT_LIMIT', robots: player.robots, maximum };
  }
  return tooExpensive(player, robotPrice * order.quantity);
}

/** The voucher is paid for at once, and lost away from a space station: where the robot is now counts, not where it will be. */
function checkBuyUpgrade(
  state: GameState,
  player: Player,
  robot: Robot,
  order: OrderOf<'BuyUpgrade'>,
): Refusal | null {
  const level = levelOf(robot.levels, order.upgrade);
  const price = upgradePrice(state.rules, order.upgrade, level, order.levels);
  if (price === null) {
    return { code: 'MAX_LEVEL', level: LEVEL_MAXIMUM };
  }
  return isStation(state.map, robot.position) ? tooExpensive(player, price) : { code: 'NOT_AT_STATION' };
}

function tooExpensive(player: Player, price: number): Refusal | null {
  return price > player.balance ? { code: 'TOO_EXPENSIVE', price, balance: player.balance } : null;
}

function sellsBefore(robot: Robot): boolean {
  return robot.queue.some(({ action }) => action.type === 'SellResources');
}

const RARITY: Readonly<Record<Resource, number>> = {
  BIO_MATTER: 0,
  CRYO_GAS: 1,
  DARK_MATTER: 2,
  ION_DUST: 3,
  PLASMA_CORE: 4,
};
