import type { Condition } from './events';
import type { QueuedAction, Robot } from './GameState';

/** Energy and health are held in these fractions, because then both regenerate by a whole number in each millisecond. */
export const ENERGY_UNIT = 5_000;
export const HEALTH_UNIT = 100_000;

type Conditioned = Pick<
  Robot,
  'position' | 'health' | 'energy' | 'asOfMs' | 'readyAtMs' | 'cooldownFromMs' | 'queue'
>;

/** What a condition says of a robot; the actions at the head of the queue that it no longer counts have run. */
export function conditioned(robot: Pick<Robot, 'queue' | 'readyAtMs' | 'cooldownFromMs'>, condition: Condition): Conditioned {
  const asOfMs = Date.parse(condition.asOf);
  const readyAtMs = Date.parse(condition.readyAt);
  return {
    position: condition.position,
    health: condition.health * HEALTH_UNIT + condition.healthFraction,
    energy: condition.energy * ENERGY_UNIT + condition.energyFraction,
    asOfMs,
    readyAtMs,
    // A blow or an upgrade leaves a cooldown that runs as it is.
    cooldownFromMs: readyAtMs === robot.readyAtMs ? robot.cooldownFromMs : asOfMs,
    queue: lastOf(robot.queue, condition.queued),
  };
}

function lastOf(queue: readonly QueuedAction[], count: number): readonly QueuedAction[] {
  return queue.length > count ? queue.slice(queue.length - count) : queue;
}
