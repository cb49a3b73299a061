import { conditioned } from './conditions';
import type { EventOf } from './events';
import type { GameState } from './GameState';
import { changePlayer, changeRobot } from './records';
import { scored } from './scores';
import { NO_LEVELS, withLevel } from './upgrades';

export function robotsPurchased(state: GameState, event: EventOf<'RobotsPurchased'>): void {
  changePlayer(state, event, event.playerId, () => ({ balance: event.balance }));
}

export function robotSpawned(state: GameState, event: EventOf<'RobotSpawned'>): void {
  if (event.playerId !== undefined && !state.robots.has(event.robotId)) {
    const spawnedAtMs = Date.parse(event.time);
    state.robots.set(event.robotId, {
      sequence: event.sequence,
      robotId: event.robotId,
      playerId: event.playerId,
      name: event.name,
      destroyed: false,
      ...conditioned({ queue: [], readyAtMs: spawnedAtMs, cooldownFromMs: spawnedAtMs }, event.condition),
      from: event.condition.position,
      movedAtMs: spawnedAtMs,
      arrivesAtMs: spawnedAtMs,
      levels: { ...NO_LEVELS, ...event.levels },
      damageBonus: 0,
      cargo: [],
      mining: null,
      destroyedAtMs: null,
    });
  }
  changePlayer(state, event, event.playerId, (player) => ({
    robots: player.robots + 1,
    robotsBought: player.robotsBought + 1,
  }));
}

export function robotMoved(state: GameState, event: EventOf<'RobotMoved'>): void {
  changeRobot(state, event, event.robotId, (robot) => {
    const condition = conditioned(robot, event.condition);
    return { ...condition, from: event.from, movedAtMs: condition.asOfMs, arrivesAtMs: condition.readyAtMs };
  });
  if (event.score !== undefined) {
    changePlayer(state, event, event.playerId, (player) => scored(player, event.score));
  }
}

export function actionQueued(state: GameState, event: EventOf<'ActionQueued'>): void {
  changeRobot(state, event, event.robotId, (robot) => ({
    queue: [...robot.queue, { commandId: event.commandId ?? '', action: event.action }],
  }));
}

export function queueCleared(state: GameState, event: EventOf<'QueueCleared'>): void {
  changeRobot(state, event, event.robotId, () => ({ queue: [] }));
}

export function actionFailed(state: GameState, event: EventOf<'ActionFailed'>): void {
  changeRobot(state, event, event.robotId, (robot) => conditioned(robot, event.condition));
}

export function upgradePurchased(state: GameState, event: EventOf<'UpgradePurchased'>): void {
  changePlayer(state, event, event.playerId, () => ({ balance: event.balance }));
}

export function robotUpgraded(state: GameState, event: EventOf<'RobotUpgraded'>): void {
  changeRobot(state, event, event.robotId, (robot) => ({
    ...conditioned(robot, event.condition),
    levels: withLevel(robot.levels, event.upgrade, event.level),
  }));
  changePlayer(state, event, event.playerId, (player) => scored(player, event.score));
}
