import { gameCreated, gameEnded, gameStarted, playerEliminated, playerJoined } from './evolveGame';
import { robotAttacked, robotDestroyed } from './evolveFights';
import { mapInstantiated, mineDepleted, mineDiscovered, NO_MAP } from './evolveMap';
import { miningStarted, resourcesMined, resourcesSold } from './evolveResources';
import {
  actionFailed,
  actionQueued,
  queueCleared,
  robotMoved,
  robotSpawned,
  robotsPurchased,
  robotUpgraded,
  upgradePurchased,
} from './evolveRobots';
import type { EventOf, EventType, GameEvent } from './events';
import type { GameState } from './GameState';
import { NO_RULES } from './rules';

/** A type of event that this build does not know: the server is newer, and what follows cannot be understood. */
export class UnknownEventError extends Error {
  constructor(readonly eventType: string) {
    super(`An event of the unknown type ${eventType}: the server is newer than this page`);
    this.name = 'UnknownEventError';
  }
}

type Evolver<T extends EventType> = (state: GameState, event: EventOf<T>) => void;

function changesNothing(): void {
  // What it tells is the event itself.
}

/** One for each type of event; a type that is missing does not compile. */
const EVOLVERS: { readonly [T in EventType]: Evolver<T> } = {
  GameCreated: gameCreated,
  MapInstantiated: mapInstantiated,
  GameStarted: gameStarted,
  GameEnded: gameEnded,
  GamePurged: changesNothing,
  PlayerJoined: playerJoined,
  PlayerEliminated: playerEliminated,
  RobotsPurchased: robotsPurchased,
  RobotSpawned: robotSpawned,
  UpgradePurchased: upgradePurchased,
  RobotUpgraded: robotUpgraded,
  VoucherDiscarded: changesNothing,
  ActionQueued: actionQueued,
  QueueCleared: queueCleared,
  ActionFailed: actionFailed,
  RobotMoved: robotMoved,
  RobotAttacked: robotAttacked,
  RobotDestroyed: robotDestroyed,
  MiningStarted: miningStarted,
  ResourcesMined: resourcesMined,
  MineDepleted: mineDepleted,
  MineDiscovered: mineDiscovered,
  ResourcesSold: resourcesSold,
  CommandRejected: changesNothing,
};

export function isKnownType(type: string): type is EventType {
  return Object.hasOwn(EVOLVERS, type);
}

/** A game of which nothing is known yet. */
export function emptyState(gameId: string): GameState {
  return {
    gameId,
    sequence: 0,
    timeMs: 0,
    phase: 'WAITING',
    mapName: '',
    participantLimit: 0,
    durationMs: 0,
    createdAtMs: 0,
    startedAtMs: null,
    endsAtMs: null,
    endedAtMs: null,
    endReason: null,
    practiceFor: null,
    rules: NO_RULES,
    standings: null,
    map: NO_MAP,
    players: new Map(),
    robots: new Map(),
    mines: new Map(),
  };
}

/** Changes a state by the event that follows; it passes over what the state contains. */
export function evolve(state: GameState, event: GameEvent): void {
  if (!isKnownType(event.type)) {
    throw new UnknownEventError(String((event as { type: unknown }).type));
  }
  if (event.sequence <= state.sequence) {
    return;
  }
  const evolver = EVOLVERS[event.type] as (state: GameState, event: GameEvent) => void;
  evolver(state, event);
  state.sequence = event.sequence;
  state.timeMs = Math.max(state.timeMs, Date.parse(event.time));
}

/** A copy that evolves apart from the first; the records are shared, because they are never changed. */
export function copyState(state: GameState): GameState {
  return {
    ...state,
    players: new Map(state.players),
    robots: new Map(state.robots),
    mines: new Map(state.mines),
  };
}
