import type { Action, Levels, Tile } from './events';
import type { GameState, Robot } from './GameState';
import { gravityIndex, isStarSystem, neighbour } from './tiles';
import { energyCapacity, msUntilEnergy } from './vitals';

/** The energy that an action takes of a robot on a tile; a move that goes nowhere takes none. */
export function energyCost(state: GameState, levels: Levels, at: Tile, action: Action): number {
  const { rules, map } = state;
  switch (action.type) {
    case 'MoveRobot': {
      const target = action.direction === undefined ? null : neighbour(at, action.direction);
      return target !== null && isStarSystem(map, target) ? (rules.moveEnergy[gravityIndex(map, target)] ?? 0) : 0;
    }
    case 'AttackRobot':
      return rules.attackEnergy[levels.damage] ?? 0;
    case 'StartMining':
      return rules.miningEnergy[levels.mining] ?? 0;
    case 'SellResources':
      return rules.sellEnergy;
  }
}

/** When a robot can run an action with none waiting before it: its cooldown is over, and its energy suffices. */
export function runsAtMs(state: GameState, robot: Robot, action: Action): number {
  const needed = energyCost(state, robot.levels, robot.position, action);
  // An action that needs more than the robot's capacity does not wait for energy: it fails.
  const untilEnergyMs = needed > energyCapacity(state.rules, robot.levels) ? 0 : msUntilEnergy(state, robot, needed);
  return Math.max(robot.readyAtMs, robot.asOfMs + untilEnergyMs);
}

/** When the first action of a robot's queue runs; null if none waits. */
export function nextRunsAtMs(state: GameState, robot: Robot): number | null {
  const next = robot.queue[0];
  return next === undefined ? null : runsAtMs(state, robot, next.action);
}
