import { conditioned } from './conditions';
import type { EventOf } from './events';
import type { GameState } from './GameState';
import { changeMine, changePlayer, changeRobot } from './records';
import { scored } from './scores';

export function miningStarted(state: GameState, event: EventOf<'MiningStarted'>): void {
  changeRobot(state, event, event.robotId, (robot) => ({
    ...conditioned(robot, event.condition),
    mining: {
      mine: event.mine,
      resource: event.resource,
      startedAtMs: Date.parse(event.time),
      completesAtMs: Date.parse(event.completesAt),
    },
  }));
  changePlayer(state, event, event.playerId, (player) => ({ miningProcesses: player.miningProcesses + 1 }));
}

export function resourcesMined(state: GameState, event: EventOf<'ResourcesMined'>): void {
  changeRobot(state, event, event.robotId, () => ({ mining: null, cargo: event.cargo }));
  changePlayer(state, event, event.playerId, (player) => ({
    miningProcesses: player.miningProcesses - 1,
    ...scored(player, event.score),
  }));
  // A process whose mine has closed takes nothing; what is in its place may be another mine.
  if (event.collected + event.evaporated > 0) {
    changeMine(state, event, event.mine, () => ({ remainingUnits: event.remainingUnits }));
  }
}

export function resourcesSold(state: GameState, event: EventOf<'ResourcesSold'>): void {
  changeRobot(state, event, event.robotId, (robot) => ({ ...conditioned(robot, event.condition), cargo: [] }));
  changePlayer(state, event, event.playerId, (player) => ({
    balance: event.balance,
    salesRevenue: player.salesRevenue + event.revenue,
    ...scored(player, event.score),
  }));
}
