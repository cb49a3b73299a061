import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { sendCommands } from '../../api/client';
import { toProblem } from '../../api/problems';
import type { GameEvent, Tile, Upgrade } from '../../game/events';
import type { GameState, Robot } from '../../game/GameState';
import { toCommand, type Command, type Order } from '../../game/orders';
import { newId } from '../../game/newId';
import { sameTile } from '../../game/tiles';
import { problemSentence } from '../../texts/problems';
import { useTexts } from '../useTexts';
import { planOne, planSale, planWay, queuedRoute, sendable, type OrderPlan, type Planned } from './OrderPlan';
import { refusalInWords } from './refusalWords';
import { inWords, placeOf } from './words';
import type { GameSession } from './useGame';

export type OrderState = 'pending' | 'queued' | 'done' | 'failed' | 'rejected';

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

export interface Orders {
  /** The player takes part, the game runs, and the view is live. */
  readonly canPlay: ComputedRef<boolean>;
  readonly takesPart: ComputedRef<boolean>;
  /** The robot that waits for its target to be clicked. */
  readonly aimingRobotId: ShallowRef<string | null>;
  readonly placed: Readonly<ShallowRef<readonly PlacedOrder[]>>;
  /** Why the last thing that was wanted is not possible. */
  readonly refusal: ShallowRef<string | null>;
  /** What is still to be sent, by robot. */
  readonly routeOf: (robot: Robot) => readonly Tile[];
  readonly unsentOf: (robotId: string) => number;
  goTo(robot: Robot, tile: Tile): void;
  mine(robot: Robot): void;
  sell(robot: Robot): void;
  attack(robot: Robot, targetRobotId: string): void;
  clear(robot: Robot): void;
  buyRobots(quantity: number): void;
  buyUpgrade(robot: Robot, upgrade: Upgrade, levels: number): void;
  plan(kind: 'mine' | 'sell' | 'clear', robot: Robot): Planned;
  /** The body of the request that an action sends. */
  commandsOf(planned: Planned): readonly Command[];
  whyNot(planned: Planned): string | null;
}

const WAIT_MS = 3_000;
const SHOWN_ORDERS = 30;

interface Context {
  readonly session: GameSession;
  readonly ownPlayerId: ComputedRef<string | null>;
  readonly token: () => string | null;
  readonly isLive: () => boolean;
  readonly liveMs: () => number;
}

/** Play by hand: what a click wants becomes commands, and their outcomes come back as sentences. */
export function useOrders({ session, ownPlayerId, token, isLive, liveMs }: Context): Orders {
  const { t, format } = useTexts();
  const placed = shallowRef<readonly PlacedOrder[]>([]);
  const refusal = shallowRef<string | null>(null);
  const aimingRobotId = shallowRef<string | null>(null);
  const unsent = new Map<string, { plan: OrderPlan; from: number; number: number; isSending: boolean }>();
  const numberByCommand = new Map<string, { number: number; isLast: boolean }>();
  let lastNumber = 0;

  const state = (): GameState => session.latest.value;
  const takesPart = computed(() => ownPlayerId.value !== null && session.latest.value.players.has(ownPlayerId.value));
  const canPlay = computed(() => takesPart.value && session.latest.value.phase === 'RUNNING' && isLive());

  function change(number: number, changed: Partial<PlacedOrder>): void {
    placed.value = placed.value.map((order) => (order.number === number ? { ...order, ...changed } : order));
  }

  function whyNot(planned: Planned): string | null {
    if ('refusal' in planned) return refusalInWords(planned.refusal, t.game, format);
    return 'noWay' in planned ? t.game.orders.noWay : null;
  }

  function place(words: string, planned: Planned): void {
    if (!isLive()) {
      refusal.value = t.game.orders.onlyLive;
      return;
    }
    refusal.value = whyNot(planned);
    if (!('plan' in planned) || planned.plan.orders.length === 0) return;
    const number = ++lastNumber;
    const robotId = planned.plan.robotId === '' ? null : planned.plan.robotId;
    const commands = planned.plan.orders.map(toCommand);
    placed.value = [{ number, robotId, words, state: 'pending' as const, why: null, commands }, ...placed.value].slice(0, SHOWN_ORDERS);
    const key = robotId ?? `#${number}`;
    unsent.set(key, { plan: planned.plan, from: 0, number, isSending: false });
    void sendMore(key);
  }

  /** Sends as much of a plan as the robot's queue has room for. */
  async function sendMore(key: string): Promise<void> {
    const entry = unsent.get(key);
    const signedIn = token();
    if (!entry || entry.isSending || signedIn === null) return;
    const robot = state().robots.get(key);
    const startsAnew = entry.plan.orders[entry.from]?.type === 'ClearQueue';
    const free = robot ? state().rules.queueMaximum - (startsAnew ? 0 : robot.queue.length) : Number.POSITIVE_INFINITY;
    const rest = entry.plan.orders.slice(entry.from);
    const now = rest.slice(0, sendable(rest, free));
    if (now.length === 0) return;
    entry.isSending = true;
    entry.from += now.length;
    const isLastChunk = entry.from >= entry.plan.orders.length;
    const commands = now.map((order) => ({ ...toCommand(order), commandId: newId() }));
    commands.forEach((command, index) => {
      numberByCommand.set(command.commandId, { number: entry.number, isLast: isLastChunk && index === commands.length - 1 });
    });
    try {
      await sendCommands(signedIn, session.gameId, commands, WAIT_MS);
      entry.isSending = false;
    } catch (error) {
      if (unsent.get(key) === entry) unsent.delete(key);
      change(entry.number, { state: 'rejected', why: problemSentence(t.problems, toProblem(error)) });
    }
    if (isLastChunk && unsent.get(key) === entry) unsent.delete(key);
  }

  /** What came of a command is read from the events, which come in order however long the answer takes. */
  function onEvent(event: GameEvent): void {
    const known = event.commandId === undefined ? undefined : numberByCommand.get(event.commandId);
    if (known && event.playerId === ownPlayerId.value) {
      if (event.type === 'CommandRejected') fail(known.number, 'rejected', event);
      else if (event.type === 'ActionFailed') fail(known.number, 'failed', event);
      else if (event.type === 'ActionQueued') advance(known.number, 'queued');
      else if (known.isLast && event.remaining === 0) advance(known.number, 'done');
    }
    const robotId = 'robotId' in event ? event.robotId : null;
    if (robotId !== null && event.type === 'RobotDestroyed') unsent.delete(robotId);
    else if (robotId !== null && event.type === 'RobotMoved') void sendMore(robotId);
  }

  function advance(number: number, next: 'queued' | 'done'): void {
    const order = placed.value.find((one) => one.number === number);
    if (order && order.state !== 'failed' && order.state !== 'rejected' && order.state !== 'done') change(number, { state: next });
  }

  function fail(number: number, outcome: 'failed' | 'rejected', event: GameEvent): void {
    const why = inWords(event, state(), t.game);
    change(number, { state: outcome, why });
    for (const [key, entry] of unsent) if (entry.number === number) unsent.delete(key);
    refusal.value = why;
  }

  session.onEvents((events) => events.forEach(onEvent));

  const plan = (kind: 'mine' | 'sell' | 'clear', robot: Robot): Planned => {
    if (kind === 'sell') return planSale(state(), ownPlayerId.value, robot, liveMs());
    const order: Order = kind === 'mine' ? { type: 'StartMining', robotId: robot.robotId } : { type: 'ClearQueue', robotId: robot.robotId };
    return planOne(state(), ownPlayerId.value, order, liveMs());
  };
  const one = (order: Order): Planned => planOne(state(), ownPlayerId.value, order, liveMs());
  const named = (robot: Robot, what: string): string => `${robot.name}: ${what}`;

  return {
    canPlay,
    takesPart,
    aimingRobotId,
    placed,
    refusal,
    routeOf: (robot) => {
      const entry = unsent.get(robot.robotId);
      if (!entry) return queuedRoute(robot);
      const { route } = entry.plan;
      return route.slice(route.findIndex((tile) => sameTile(tile, robot.position)) + 1);
    },
    unsentOf: (robotId) => {
      const entry = unsent.get(robotId);
      return entry ? entry.plan.orders.length - entry.from : 0;
    },
    goTo: (robot, tile) => place(named(robot, t.game.orders.go(placeOf(tile))), planWay(state(), robot, tile)),
    mine: (robot) => place(named(robot, t.game.orders.mineHere), plan('mine', robot)),
    sell: (robot) => place(named(robot, t.game.orders.sell), plan('sell', robot)),
    attack: (robot, targetRobotId) => {
      aimingRobotId.value = null;
      const order: Order = { type: 'AttackRobot', robotId: robot.robotId, targetRobotId };
      place(named(robot, t.game.terms.action({ type: 'AttackRobot' }, state().robots.get(targetRobotId)?.name ?? '')), one(order));
    },
    clear: (robot) => place(named(robot, t.game.orders.clear), plan('clear', robot)),
    buyRobots: (quantity) => place(`${t.game.orders.buyRobots}: ${format.number(quantity)}`, one({ type: 'BuyRobots', quantity })),
    buyUpgrade: (robot, upgrade, levels) =>
      place(named(robot, t.game.terms.upgrades[upgrade]), one({ type: 'BuyUpgrade', robotId: robot.robotId, upgrade, levels })),
    plan,
    commandsOf: (planned) => ('plan' in planned ? planned.plan.orders.map(toCommand) : []),
    whyNot,
  };
}
