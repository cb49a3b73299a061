import { ENERGY_UNIT, HEALTH_UNIT } from './conditions';
import type { Levels, ResourceUnits, Rules } from './events';
import type { GameState, Robot } from './GameState';
import { isStation } from './tiles';

/** Health and energy of a robot, in whole points, rounded down as the rules show them. */
export interface Vitals {
  readonly health: number;
  readonly maximumHealth: number;
  readonly energy: number;
  readonly energyCapacity: number;
}

export function maximumHealth(rules: Rules, levels: Levels): number {
  return rules.health[levels.health] ?? 0;
}

export function energyCapacity(rules: Rules, levels: Levels): number {
  return rules.energyCapacity[levels.energyCapacity] ?? 0;
}

/** How many units of cargo a robot has room for in all. */
export function storage(rules: Rules, levels: Levels): number {
  return rules.storage[levels.storage] ?? 0;
}

export function cargoUnits(cargo: readonly ResourceUnits[]): number {
  return cargo.reduce((sum, lot) => sum + lot.units, 0);
}

/** A robot's health and energy at a moment, if nothing happens to it until then. In a game that is over, at its end. */
export function vitalsAt(state: GameState, robot: Robot, timeMs: number): Vitals {
  return {
    health: Math.floor(healthAt(state, robot, timeMs) / HEALTH_UNIT),
    maximumHealth: maximumHealth(state.rules, robot.levels),
    energy: Math.floor(energyAt(state, robot, timeMs) / ENERGY_UNIT),
    energyCapacity: energyCapacity(state.rules, robot.levels),
  };
}

/** In 1/100,000; health regenerates at space stations only. */
export function healthAt(state: GameState, robot: Robot, timeMs: number): number {
  if (robot.destroyed || !isStation(state.map, robot.position)) {
    return robot.health;
  }
  const maximum = maximumHealth(state.rules, robot.levels);
  const percent = state.rules.healthRegenerationPercent[robot.levels.healthRegeneration] ?? 0;
  return regenerated(robot.health, maximum * HEALTH_UNIT, maximum * percent, elapsedMs(state, robot, timeMs));
}

/** In 1/5,000. */
export function energyAt(state: GameState, robot: Robot, timeMs: number): number {
  if (robot.destroyed) {
    return robot.energy;
  }
  const maximum = energyCapacity(state.rules, robot.levels) * ENERGY_UNIT;
  return regenerated(robot.energy, maximum, energyPerMs(state, robot), elapsedMs(state, robot, timeMs));
}

/** How long a robot that stays where it is takes from its last event on to have an amount of energy, in ms. */
export function msUntilEnergy(state: GameState, robot: Robot, needed: number): number {
  const missing = needed * ENERGY_UNIT - robot.energy;
  return missing <= 0 ? 0 : Math.ceil(missing / energyPerMs(state, robot));
}

/** How long the cooldown still takes; 0 if there is none. */
export function msUntilReady(robot: Robot, timeMs: number): number {
  return robot.destroyed ? 0 : Math.max(0, robot.readyAtMs - timeMs);
}

/** What is left of the cooldown, from 1 down to 0. */
export function cooldownShare(robot: Robot, timeMs: number): number {
  const wholeMs = robot.readyAtMs - robot.cooldownFromMs;
  return wholeMs <= 0 ? 0 : Math.min(1, msUntilReady(robot, timeMs) / wholeMs);
}

function energyPerMs(state: GameState, robot: Robot): number {
  const per5s = state.rules.energyRegeneration[robot.levels.energyRegeneration] ?? 0;
  return per5s * (isStation(state.map, robot.position) ? state.rules.stationEnergyFactor : 1);
}

/** The clocks of the brokers, which give events their times, can be ahead. */
function elapsedMs(state: GameState, robot: Robot, timeMs: number): number {
  return Math.max(robot.asOfMs, Math.min(timeMs, state.endedAtMs ?? timeMs)) - robot.asOfMs;
}

function regenerated(before: number, maximum: number, perMs: number, elapsed: number): number {
  return perMs > 0 ? Math.min(maximum, before + perMs * elapsed) : before;
}
