import type { Action, EndReason, Levels, Resource, ResourceUnits, Rules, ScoreCategory, Standing, Tile } from './events';

/** Where a game stands; WAITING is before its start. */
export type Phase = 'WAITING' | 'RUNNING' | 'ENDED';
export type Gravity = 1 | 2 | 3;
export type Content = 'SPACE_STATION' | 'MINE' | 'BLACK_HOLE';
export type Points = Readonly<Record<ScoreCategory, number>>;

/** The index of a tile in row-major order, row by row from (0,0), which is the lower left corner. */
export type TileIndex = number;

/**
 * Records are never changed, only replaced, so that a copy of a state is a copy of its maps. `sequence` is the last event that was folded
 * into a record: a fold that begins at a snapshot passes over what the record contains already.
 */
export interface Player {
  readonly sequence: number;
  readonly playerId: string;
  readonly name: string;
  /** 0 for the first who joined, 1 for the next. */
  readonly number: number;
  readonly homeStation: Tile;
  readonly balance: number;
  readonly points: Points;
  /** The sum of the points. */
  readonly total: number;
  /** Living robots. */
  readonly robots: number;
  readonly robotsBought: number;
  readonly miningProcesses: number;
  readonly salesRevenue: number;
  /** Robots of others that were destroyed, by their player. */
  readonly kills: Readonly<Record<string, number>>;
  readonly eliminated: boolean;
}

export interface MiningProcess {
  readonly mine: Tile;
  readonly resource: Resource;
  readonly startedAtMs: number;
  readonly completesAtMs: number;
}

export interface Robot {
  readonly sequence: number;
  readonly robotId: string;
  readonly playerId: string;
  readonly name: string;
  readonly destroyed: boolean;
  readonly position: Tile;
  /** The tile of the last move, from which it glides to `position` between `movedAtMs` and `arrivesAtMs`. */
  readonly from: Tile;
  readonly movedAtMs: number;
  readonly arrivesAtMs: number;
  /** In 1/100,000 of a point, at `asOfMs`. */
  readonly health: number;
  /** In 1/5,000, at `asOfMs`. */
  readonly energy: number;
  readonly asOfMs: number;
  /** When the cooldown began, and when it ends. */
  readonly cooldownFromMs: number;
  readonly readyAtMs: number;
  readonly levels: Levels;
  readonly damageBonus: number;
  readonly cargo: readonly ResourceUnits[];
  readonly queue: readonly QueuedAction[];
  readonly mining: MiningProcess | null;
  readonly destroyedAtMs: number | null;
}

export interface QueuedAction {
  readonly commandId: string;
  readonly action: Action;
}

export interface Mine {
  readonly sequence: number;
  readonly position: Tile;
  readonly resource: Resource;
  readonly placedUnits: number;
  readonly remainingUnits: number;
}

/** All that the events of a game tell of it. Times are game time in ms since 1970. */
export interface GameState {
  readonly gameId: string;
  /** The last event that was folded. */
  sequence: number;
  /** Its time. */
  timeMs: number;
  phase: Phase;
  mapName: string;
  participantLimit: number;
  durationMs: number;
  createdAtMs: number;
  startedAtMs: number | null;
  /** When the time is up. */
  endsAtMs: number | null;
  endedAtMs: number | null;
  endReason: EndReason | null;
  practiceFor: string | null;
  rules: Rules;
  standings: readonly Standing[] | null;
  map: GameMap;
  /** By playerId, in the order of joining. */
  readonly players: Map<string, Player>;
  /** By robotId; destroyed ones stay. */
  readonly robots: Map<string, Robot>;
  /** By the index of their tile; a depleted one stays, with nothing left, until another appears there. */
  readonly mines: Map<TileIndex, Mine>;
}

/** Replaced when its contents change; the arrays are never changed. */
export interface GameMap {
  readonly width: number;
  readonly height: number;
  /** One a tile, 1 to 3. */
  readonly gravity: Uint8Array;
  /** One a tile, 1 for a void. */
  readonly voids: Uint8Array;
  readonly contents: ReadonlyMap<TileIndex, Content>;
}
