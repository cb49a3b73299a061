import { conditioned } from './conditions';
import type { EventOf } from './events';
import type { GameState } from './GameState';
import { changePlayer, changeRobot } from './records';
import { scored } from './scores';

export function robotAttacked(state: GameState, event: EventOf<'RobotAttacked'>): void {
  changeRobot(state, event, event.robotId, (robot) => conditioned(robot, event.condition));
  changeRobot(state, event, event.targetRobotId, (robot) => conditioned(robot, event.targetCondition));
  if (event.score !== undefined) {
    changePlayer(state, event, event.playerId, (player) => scored(player, event.score));
  }
}

export function robotDestroyed(state: GameState, event: EventOf<'RobotDestroyed'>): void {
  const ownerId = state.robots.get(event.robotId)?.playerId;
  changeRobot(state, event, event.robotId, () => ({
    destroyed: true,
    destroyedAtMs: Date.parse(event.time),
    cargo: [],
    queue: [],
  }));
  // Only who destroys a robot of somebody else has a number of kills.
  const byOther = event.kills !== undefined;
  if (byOther) {
    rewardDestroyer(state, event, ownerId);
  }
  changePlayer(state, event, ownerId, (player) => ({
    robots: player.robots - 1,
    ...(byOther ? {} : scored(player, event.score)),
  }));
}

function rewardDestroyer(state: GameState, event: EventOf<'RobotDestroyed'>, ownerId: string | undefined): void {
  if (event.byRobotId !== undefined) {
    changeRobot(state, event, event.byRobotId, (robot) => ({
      damageBonus: event.damageBonus ?? robot.damageBonus,
      cargo: event.cargo ?? robot.cargo,
    }));
  }
  changePlayer(state, event, event.playerId, (player) => ({
    balance: event.balance ?? player.balance,
    kills: { ...player.kills, [ownerId ?? '']: event.kills ?? 0 },
    ...scored(player, event.score),
  }));
}
