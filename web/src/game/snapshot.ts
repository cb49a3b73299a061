import { conditioned } from './conditions';
import { emptyState } from './evolve';
import type { Condition, EndReason, Resource, ResourceUnits, Rules, Schemas, Standing, Tile } from './events';
import type { Content, GameMap, GameState, Gravity, Mine, Phase, Player, Points, QueuedAction, Robot } from './GameState';
import { totalOf } from './scores';
import { indexOf } from './tiles';
import { NO_LEVELS } from './upgrades';

/** The answer to GET /games/{gameId}/snapshot. Records can be ahead of its sequence, and carry their own. */
export interface SnapshotAnswer {
  readonly sequence: number;
  readonly time: string;
  readonly game: SnapshotGame;
  readonly map: SnapshotMap;
  readonly robots: readonly { readonly sequence: number; readonly robot: SnapshotRobot }[];
  readonly mines: readonly { readonly sequence: number; readonly mine: SnapshotMine }[];
  readonly accounts: readonly { readonly sequence: number; readonly account: SnapshotAccount; readonly points: Points }[];
}

export interface SnapshotGame {
  readonly gameId: string;
  readonly state: 'CREATED' | 'STARTED' | 'ENDED';
  readonly mapName: string;
  readonly participantLimit: number;
  readonly durationMs: number;
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly endsAt?: string;
  readonly endedAt?: string;
  readonly endReason?: EndReason;
  readonly practiceFor?: string;
  readonly rules: Rules;
  readonly standings?: readonly Standing[];
}

export interface SnapshotMap {
  readonly width: number;
  readonly height: number;
  /** One symbol a tile, row by row from (0,0): 1, 2 or 3. */
  readonly gravity: string;
  /** One symbol a tile, likewise: . for a star system, # for a void. */
  readonly structure: string;
  readonly contents: readonly { readonly x: number; readonly y: number; readonly kind: Content }[];
}

export interface SnapshotRobot {
  readonly robotId: string;
  readonly playerId: string;
  readonly name: string;
  readonly destroyed: boolean;
  readonly condition: Condition;
  readonly levels: Schemas['Levels'];
  readonly damageBonus: number;
  readonly cargo: readonly ResourceUnits[];
  readonly queue: readonly QueuedAction[];
  readonly mining?: { readonly mine: Tile; readonly resource: Resource; readonly completesAt: string };
}

export interface SnapshotMine {
  readonly position: Tile;
  readonly resource: Resource;
  readonly placedUnits: number;
  readonly remainingUnits: number;
}

export interface SnapshotAccount {
  readonly playerId: string;
  readonly playerName: string;
  readonly number: number;
  readonly homeStation: Tile;
  readonly balance: number;
  readonly robots: number;
  readonly robotsBought: number;
  readonly miningProcesses: number;
  readonly salesRevenue: number;
  readonly kills: readonly Schemas['Kills'][];
  readonly eliminated: boolean;
}

const PHASES: Readonly<Record<SnapshotGame['state'], Phase>> = {
  CREATED: 'WAITING',
  STARTED: 'RUNNING',
  ENDED: 'ENDED',
};

/** The state that a snapshot describes; folding on from the event after its sequence gives the exact state. */
export function stateOfSnapshot(answer: SnapshotAnswer): GameState {
  const { game } = answer;
  const map = mapOf(answer.map);
  const accounts = [...answer.accounts].sort((one, other) => one.account.number - other.account.number);
  return {
    ...emptyState(game.gameId),
    sequence: answer.sequence,
    timeMs: Date.parse(answer.time),
    phase: PHASES[game.state],
    mapName: game.mapName,
    participantLimit: game.participantLimit,
    durationMs: game.durationMs,
    createdAtMs: Date.parse(game.createdAt),
    startedAtMs: timeOf(game.startedAt),
    endsAtMs: timeOf(game.endsAt),
    endedAtMs: timeOf(game.endedAt),
    endReason: game.endReason ?? null,
    practiceFor: game.practiceFor ?? null,
    rules: game.rules,
    standings: game.standings ?? null,
    map,
    players: new Map(
      accounts.map(({ sequence, account, points }) => [account.playerId, playerOf(sequence, account, points)]),
    ),
    robots: new Map(
      answer.robots.map(({ sequence, robot }) => [robot.robotId, robotOf(sequence, robot, game.rules)]),
    ),
    mines: new Map(answer.mines.map(({ sequence, mine }) => [indexOf(map, mine.position), mineOf(sequence, mine)])),
  };
}

function mapOf(map: SnapshotMap): GameMap {
  return {
    width: map.width,
    height: map.height,
    gravity: Uint8Array.from(map.gravity, (symbol) => Number(symbol) as Gravity),
    voids: Uint8Array.from(map.structure, (symbol) => (symbol === '#' ? 1 : 0)),
    contents: new Map(map.contents.map(({ x, y, kind }) => [y * map.width + x, kind])),
  };
}

function playerOf(sequence: number, account: SnapshotAccount, points: Points): Player {
  return {
    sequence,
    playerId: account.playerId,
    name: account.playerName,
    number: account.number,
    homeStation: account.homeStation,
    balance: account.balance,
    points,
    total: totalOf(points),
    robots: account.robots,
    robotsBought: account.robotsBought,
    miningProcesses: account.miningProcesses,
    salesRevenue: account.salesRevenue,
    kills: Object.fromEntries(account.kills.map(({ playerId, robots }) => [playerId, robots])),
    eliminated: account.eliminated,
  };
}

/** A snapshot does not tell the last move: the robot stands where it is until the next one. */
function robotOf(sequence: number, robot: SnapshotRobot, rules: Rules): Robot {
  const asOfMs = Date.parse(robot.condition.asOf);
  const completesAtMs = timeOf(robot.mining?.completesAt);
  return {
    sequence,
    robotId: robot.robotId,
    playerId: robot.playerId,
    name: robot.name,
    destroyed: robot.destroyed,
    ...conditioned({ queue: robot.queue, readyAtMs: asOfMs, cooldownFromMs: asOfMs }, robot.condition),
    from: robot.condition.position,
    movedAtMs: asOfMs,
    arrivesAtMs: asOfMs,
    levels: { ...NO_LEVELS, ...robot.levels },
    damageBonus: robot.damageBonus,
    cargo: robot.cargo,
    mining:
      robot.mining === undefined || completesAtMs === null
        ? null
        : {
            mine: robot.mining.mine,
            resource: robot.mining.resource,
            startedAtMs: completesAtMs - rules.miningProcessMs,
            completesAtMs,
          },
    // Its last condition is that of the moment in which it was destroyed.
    destroyedAtMs: robot.destroyed ? asOfMs : null,
  };
}

function mineOf(sequence: number, mine: SnapshotMine): Mine {
  return { sequence, ...mine };
}

function timeOf(time: string | undefined): number | null {
  return time === undefined ? null : Date.parse(time);
}
