import { nextRunsAtMs } from '../actionCosts';
import { ENERGY_UNIT, HEALTH_UNIT } from '../conditions';
import type { Schemas } from '../events';
import type { GameState, Mine, Phase, Player, Robot } from '../GameState';
import { standingsBy, type Ranking } from '../standings';
import { tileAt } from '../tiles';
import { energyAt, healthAt } from '../vitals';

/**
 * A state in the words of the queries, to hold against their answers field by field.
 *
 * @param nowMs when they were asked; in a game that is over they answer for its end
 */
export function asAnswers(state: GameState, nowMs = state.timeMs) {
  return {
    game: asGame(state),
    map: asMap(state),
    robots: [...state.robots.values()].sort((one, other) => (one.robotId < other.robotId ? -1 : 1)).map((robot) => asRobot(state, robot, nowMs)),
    mines: [...state.mines.entries()].sort(([one], [other]) => one - other).map(([, mine]) => asMine(mine)),
    accounts: [...state.players.values()].map(asAccount),
    scoreboard: asScoreboard(state),
  };
}

const STATES: Readonly<Record<Phase, string>> = { WAITING: 'CREATED', RUNNING: 'STARTED', ENDED: 'ENDED' };
const GRAVITIES = ['UNKNOWN', 'LIGHT', 'MEDIUM', 'INTENSE'];

function asGame(state: GameState) {
  return withoutNothing({
    gameId: state.gameId,
    state: STATES[state.phase],
    mapName: state.mapName,
    width: state.map.width,
    height: state.map.height,
    participantLimit: state.participantLimit,
    durationMs: state.durationMs,
    createdAt: asTime(state.createdAtMs),
    startedAt: asTime(state.startedAtMs),
    endsAt: asTime(state.endsAtMs),
    endedAt: asTime(state.endedAtMs),
    endReason: state.endReason,
    practiceFor: state.practiceFor,
    participants: [...state.players.values()].map(({ playerId, name, number, eliminated }) => ({
      playerId,
      playerName: name,
      number,
      eliminated,
    })),
    rules: state.rules,
    standings: state.standings,
  });
}

function asMap(state: GameState) {
  const { map } = state;
  return {
    width: map.width,
    height: map.height,
    tiles: Array.from(map.gravity, (gravity, index) =>
      withoutNothing({
        ...tileAt(map, index),
        structure: map.voids[index] === 1 ? 'VOID' : 'STAR_SYSTEM',
        gravity: GRAVITIES[gravity],
        content: map.contents.get(index) ?? null,
      }),
    ),
  };
}

function asRobot(state: GameState, robot: Robot, nowMs: number) {
  const vitals = (health: number, energy: number) => ({
    health: Math.floor(health / HEALTH_UNIT),
    healthFraction: health % HEALTH_UNIT,
    energy: Math.floor(energy / ENERGY_UNIT),
    energyFraction: energy % ENERGY_UNIT,
  });
  const momentMs = state.endedAtMs ?? nowMs;
  return withoutNothing({
    robotId: robot.robotId,
    playerId: robot.playerId,
    name: robot.name,
    destroyed: robot.destroyed,
    condition: withoutNothing({
      position: robot.position,
      ...vitals(robot.health, robot.energy),
      asOf: asTime(robot.asOfMs),
      readyAt: asTime(robot.readyAtMs),
      queued: robot.queue.length,
      runsAt: asTime(nextRunsAtMs(state, robot)),
    }),
    now: robot.destroyed
      ? null
      : {
          asOf: asTime(Math.max(robot.asOfMs, momentMs)),
          ...vitals(healthAt(state, robot, momentMs), energyAt(state, robot, momentMs)),
        },
    levels: robot.levels,
    damageBonus: robot.damageBonus,
    cargo: robot.cargo,
    queue: robot.queue,
    mining:
      robot.mining === null
        ? null
        : {
            mine: robot.mining.mine,
            resource: robot.mining.resource,
            completesAt: asTime(robot.mining.completesAtMs),
          },
  });
}

function asMine(mine: Mine) {
  const { position, resource, placedUnits, remainingUnits } = mine;
  return { position, resource, placedUnits, remainingUnits };
}

/** The server lists the latest victim last, which nobody shows: here they are by id. */
function asAccount(player: Player) {
  return {
    playerId: player.playerId,
    playerName: player.name,
    number: player.number,
    homeStation: player.homeStation,
    balance: player.balance,
    robots: player.robots,
    robotsBought: player.robotsBought,
    miningProcesses: player.miningProcesses,
    salesRevenue: player.salesRevenue,
    kills: byPlayer(Object.entries(player.kills).map(([playerId, robots]) => ({ playerId, robots }))),
    eliminated: player.eliminated,
  };
}

export function byPlayer(kills: readonly Schemas['Kills'][]): Schemas['Kills'][] {
  return [...kills].sort((one, other) => (one.playerId < other.playerId ? -1 : 1));
}

function asScoreboard(state: GameState) {
  const inCategory = (ranking: Ranking) =>
    standingsBy(state, ranking).map(({ rank, points, player }) => ({
      rank,
      playerId: player.playerId,
      playerName: player.name,
      points,
    }));
  return {
    gameId: state.gameId,
    sequence: state.sequence,
    state: STATES[state.phase],
    overall: standingsBy(state, 'TOTAL').map(({ rank, points, player }) => ({
      rank,
      playerId: player.playerId,
      playerName: player.name,
      total: points,
      mining: player.points.MINING,
      trading: player.points.TRADING,
      travelling: player.points.TRAVELLING,
      fighting: player.points.FIGHTING,
      upgrading: player.points.UPGRADING,
      balance: player.balance,
      robots: player.robots,
      eliminated: player.eliminated,
    })),
    categories: {
      MINING: inCategory('MINING'),
      TRADING: inCategory('TRADING'),
      TRAVELLING: inCategory('TRAVELLING'),
      FIGHTING: inCategory('FIGHTING'),
      UPGRADING: inCategory('UPGRADING'),
    },
  };
}

function asTime(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}

/** The queries leave out fields without a value. */
function withoutNothing(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}
