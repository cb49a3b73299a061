import { computed, shallowRef, watch, type ComputedRef, type ShallowRef, type WritableComputedRef } from 'vue';
import { sendCommands } from '../../api/client';
import { toProblem } from '../../api/problems';
import type { GameEvent, Tile, Upgrade } from '../../game/events';
import type { GameState, Robot } from '../../game/GameState';
import { checkAim, toCommand, type Command, type Order } from '../../game/orders';
import { newId } from '../../game/newId';
import { contentAt, sameTile } from '../../game/tiles';
import { problemSentence } from '../../texts/problems';
import { useSession } from '../useSession';
import { useTexts } from '../useTexts';
import { planOne, planSale, planWay, queuedRoute, sendable, usesQueue, type OrderPlan, type Planned } from './OrderPlan';
import { isAhead, isOpen, withDropped, withState, type OrderState, type PlacedOrders } from './placedOrders';
import { refusalInWords } from './refusalWords';
import { inWords, placeOf } from './words';
import type { GameSession } from './useGame';

export type { OrderState, PlacedOrder } from './placedOrders';

export interface Orders {
  /** The player takes part, the game runs, and the view is live. */
  readonly canPlay: ComputedRef<boolean>;
  readonly takesPart: ComputedRef<boolean>;
  /** The robot that waits for its target to be clicked; one that has nobody to attack is refused and does not become it. */
  readonly aimingRobotId: WritableComputedRef<string | null>;
  readonly placed: Readonly<ShallowRef<PlacedOrders>>;
  /** Why the last thing that was wanted is not possible. */
  readonly refusal: ShallowRef<string | null>;
  /** What is still to be sent, by robot. */
  readonly routeOf: (robot: Robot) => readonly Tile[];
  readonly unsentOf: (robotId: string) => number;
  /** A black hole is warned of first, and flown into when it is wanted once more. */
  goTo(robot: Robot, tile: Tile): void;
  mine(robot: Robot): void;
  sell(robot: Robot): void;
  attack(robot: Robot, targetRobotId: string): void;
  /** While a robot aims, what was clicked is none that it could hit. */
  askForTarget(): void;
  clear(robot: Robot): void;
  buyRobots(quantity: number): void;
  buyUpgrade(robot: Robot, upgrade: Upgrade, levels: number): void;
  plan(kind: 'mine' | 'sell' | 'clear', robot: Robot): Planned;
  /** The body of the request that an action sends. */
  commandsOf(planned: Planned): readonly Command[];
  whyNot(planned: Planned): string | null;
  whyNoAttack(robot: Robot): string | null;
}

const WAIT_MS = 3_000;
const SHOWN_ORDERS = 30;

interface Context {
  readonly session: GameSession;
  readonly ownPlayerId: ComputedRef<string | null>;
  readonly isLive: () => boolean;
  readonly liveMs: () => number;
}

interface Unsent {
  readonly plan: OrderPlan;
  readonly number: number;
  /** The first order that is still to be sent. */
  from: number;
  isSending: boolean;
}

/** Play by hand: what a click wants becomes commands, and their outcomes come back as sentences. */
export function useOrders({ session, ownPlayerId, isLive, liveMs }: Context): Orders {
  const { t, format } = useTexts();
  const { asSelf } = useSession();
  const placed = shallowRef<PlacedOrders>([]);
  const refusal = shallowRef<string | null>(null);
  const aiming = shallowRef<string | null>(null);
  /** By what it takes the place of: a robot's id for what goes through its queue, else a key of its own. */
  const unsent = new Map<string, Unsent>();
  const numberByCommand = new Map<string, { number: number; isLast: boolean }>();
  let warned: { robotId: string; tile: Tile } | null = null;
  let lastNumber = 0;

  const state = (): GameState => session.latest.value;
  const takesPart = computed(() => ownPlayerId.value !== null && session.latest.value.players.has(ownPlayerId.value));
  const canPlay = computed(() => takesPart.value && session.latest.value.phase === 'RUNNING' && isLive());

  const aimingRobotId = computed({
    get: () => aiming.value,
    set: (robotId) => {
      const robot = robotId === null ? undefined : state().robots.get(robotId);
      refusal.value = robot ? whyNoAttack(robot) : null;
      aiming.value = refusal.value === null ? robotId : null;
    },
  });

  function whyNoAttack(robot: Robot): string | null {
    const found = checkAim(state(), ownPlayerId.value, robot, liveMs());
    return found && refusalInWords(found, t.game, format);
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
    warned = null;
    refusal.value = whyNot(planned);
    if (!('plan' in planned) || planned.plan.orders.length === 0) return;
    const number = ++lastNumber;
    const { plan } = planned;
    const robotId = plan.robotId === '' ? null : plan.robotId;
    const key = robotId !== null && usesQueue(plan) ? robotId : `#${number}`;
    giveWay(key, plan);
    const order = { number, robotId, words, state: 'pending' as const, why: null, commands: plan.orders.map(toCommand) };
    placed.value = [order, ...placed.value].slice(0, SHOWN_ORDERS);
    unsent.set(key, { plan, from: 0, number, isSending: false });
    void sendMore(key);
  }

  /** What was not sent of an older order never will be. */
  function giveWay(key: string, next: OrderPlan): void {
    const older = unsent.get(key);
    if (!older || older.from >= older.plan.orders.length) return;
    const isCleared = next.orders.every((order) => order.type === 'ClearQueue');
    placed.value = withState(placed.value, older.number, isCleared ? 'dropped' : 'replaced');
  }

  /** Sends as much of a plan as the robot's queue has room for. */
  async function sendMore(key: string): Promise<void> {
    const entry = unsent.get(key);
    if (!entry || entry.isSending) return;
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
      await send(commands);
      entry.isSending = false;
    } catch (error) {
      if (unsent.get(key) === entry) unsent.delete(key);
      fail(entry.number, 'rejected', problemSentence(t.problems, toProblem(error)));
    }
    if (isLastChunk && unsent.get(key) === entry) unsent.delete(key);
  }

  /** As who plays here: nobody becomes another guest in the middle of a game. */
  async function send(commands: Command[]): Promise<void> {
    await asSelf(() => sendCommands(session.gameId, commands, WAIT_MS));
  }

  /** What came of a command is read from the events, which come in order however long the answer takes. */
  function onEvent(event: GameEvent): void {
    const known = event.commandId === undefined ? undefined : numberByCommand.get(event.commandId);
    if (known && event.playerId === ownPlayerId.value) onOutcome(event, known);
    switch (event.type) {
      case 'RobotMoved':
        void sendMore(event.robotId);
        break;
      case 'RobotDestroyed':
        drop(event.robotId, Number.POSITIVE_INFINITY);
        break;
      case 'QueueCleared':
        drop(event.robotId, known?.number ?? Number.POSITIVE_INFINITY);
        break;
    }
  }

  function onOutcome(event: GameEvent, { number, isLast }: { number: number; isLast: boolean }): void {
    switch (event.type) {
      case 'CommandRejected':
        return fail(number, 'rejected', inWords(event, state(), t.game));
      case 'ActionFailed':
      case 'VoucherDiscarded':
        return fail(number, 'failed', inWords(event, state(), t.game));
      case 'ActionQueued':
        return advance(number, 'queued');
      case 'MiningStarted':
        return advance(number, 'running');
      default:
        if (isLast && event.remaining === 0) advance(number, 'done');
    }
  }

  function advance(number: number, next: OrderState): void {
    placed.value = withState(placed.value, number, next);
  }

  function fail(number: number, outcome: 'failed' | 'rejected', why: string): void {
    if (!placed.value.some((order) => order.number === number && isOpen(order))) return;
    placed.value = withState(placed.value, number, outcome, why);
    for (const [key, entry] of unsent) if (entry.number === number) unsent.delete(key);
    refusal.value = why;
  }

  /** A robot's queue is empty: nothing comes of what waited in it, nor of the rest that was to follow. */
  function drop(robotId: string, beforeNumber: number): void {
    placed.value = withDropped(placed.value, robotId, beforeNumber);
    const rest = unsent.get(robotId);
    if (rest && rest.number < beforeNumber) unsent.delete(robotId);
  }

  watch(ownPlayerId, (playerId) => {
    if (playerId !== null) refusal.value = null;
  });
  session.onEvents((events) => events.forEach(onEvent));

  /** What was sent a moment ago is not in the robot's queue yet. */
  const isBusy = (robot: Robot): boolean =>
    robot.queue.length > 0 || placed.value.some((order) => order.robotId === robot.robotId && isAhead(order));
  const plan = (kind: 'mine' | 'sell' | 'clear', robot: Robot): Planned => {
    if (kind === 'sell') return planSale(state(), ownPlayerId.value, robot, liveMs(), isBusy(robot));
    const order: Order = kind === 'mine' ? { type: 'StartMining', robotId: robot.robotId } : { type: 'ClearQueue', robotId: robot.robotId };
    return planOne(state(), ownPlayerId.value, order, liveMs());
  };
  const one = (order: Order): Planned => planOne(state(), ownPlayerId.value, order, liveMs());
  /** The action comes first, so that a short line cuts the name and not the place. */
  const named = (robot: Robot, what: string): string => `${what} · ${robot.name}`;

  function goTo(robot: Robot, tile: Tile): void {
    const wasWarned = warned !== null && warned.robotId === robot.robotId && sameTile(warned.tile, tile);
    const planned = planWay(state(), robot, tile, isBusy(robot));
    if (isLive() && 'plan' in planned && contentAt(state().map, tile) === 'BLACK_HOLE' && !wasWarned) {
      warned = { robotId: robot.robotId, tile };
      refusal.value = t.game.orders.blackHole(placeOf(tile));
    } else {
      place(named(robot, t.game.orders.go(placeOf(tile))), planned);
    }
  }

  function attack(robot: Robot, targetRobotId: string): void {
    const planned = one({ type: 'AttackRobot', robotId: robot.robotId, targetRobotId });
    const isSlip = 'refusal' in planned && planned.refusal.code === 'SELF_TARGET';
    if (!isSlip) aiming.value = null;
    place(named(robot, t.game.terms.action({ type: 'AttackRobot' }, state().robots.get(targetRobotId)?.name ?? '')), planned);
  }

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
    goTo,
    mine: (robot) => place(named(robot, t.game.orders.mineHere), plan('mine', robot)),
    sell: (robot) => place(named(robot, t.game.orders.sell), plan('sell', robot)),
    attack,
    askForTarget: () => {
      refusal.value = t.game.orders.noTarget;
    },
    clear: (robot) => place(named(robot, t.game.orders.clear), plan('clear', robot)),
    buyRobots: (quantity) => place(`${t.game.orders.buyRobots}: ${format.number(quantity)}`, one({ type: 'BuyRobots', quantity })),
    buyUpgrade: (robot, upgrade, levels) =>
      place(named(robot, t.game.terms.upgrades[upgrade]), one({ type: 'BuyUpgrade', robotId: robot.robotId, upgrade, levels })),
    plan,
    commandsOf: (planned) => ('plan' in planned ? planned.plan.orders.map(toCommand) : []),
    whyNot,
    whyNoAttack,
  };
}
