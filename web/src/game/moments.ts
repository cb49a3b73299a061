import type { GameEvent, Tile } from './events';
import type { GameState } from './GameState';

/** DEATH is that by a black hole. */
export type MomentKind =
  | 'START'
  | 'KILL'
  | 'DEATH'
  | 'DEPLETION'
  | 'DISCOVERY'
  | 'ELIMINATION'
  | 'LEAD_CHANGE'
  | 'END';

/** A moment of a game that is worth a mark on its time line. */
export interface Moment {
  readonly kind: MomentKind;
  readonly timeMs: number;
  readonly sequence: number;
  readonly tile?: Tile;
  /** Who did it, whom it befell, or who leads from then on. */
  readonly playerId?: string;
}

/** Finds the moments among events, which it is shown one after the other. */
export class MomentFinder {
  private leaderId: string | null;

  /** @param state before the first event that it is shown */
  constructor(state: GameState) {
    this.leaderId = [...state.players.values()].reduce<string | null>(
      (leaderId, player) => (player.total > totalOf(state, leaderId) ? player.playerId : leaderId),
      null,
    );
  }

  /** @param state after the event */
  find(state: GameState, event: GameEvent, timeMs: number): Moment[] {
    const { sequence } = event;
    const found: Moment[] = [];
    const own = momentOf(state, event);
    if (own !== null) {
      found.push({ ...own, timeMs, sequence });
    }
    const newLeaderId = this.newLeader(state, event);
    if (newLeaderId !== null) {
      found.push({ kind: 'LEAD_CHANGE', timeMs, sequence, playerId: newLeaderId });
    }
    return found;
  }

  /** Who has just passed the leader. Who draws level has not, nor has who is the first of all to have points. */
  private newLeader(state: GameState, event: GameEvent): string | null {
    const playerId = event.playerId;
    if (playerId === undefined || playerId === this.leaderId || state.players.get(playerId)?.sequence !== event.sequence) {
      return null;
    }
    if (totalOf(state, playerId) <= totalOf(state, this.leaderId)) {
      return null;
    }
    const isFirst = this.leaderId === null;
    this.leaderId = playerId;
    return isFirst ? null : playerId;
  }
}

function totalOf(state: GameState, playerId: string | null): number {
  return state.players.get(playerId ?? '')?.total ?? 0;
}

function momentOf(state: GameState, event: GameEvent): Omit<Moment, 'timeMs' | 'sequence'> | null {
  switch (event.type) {
    case 'GameStarted':
      return { kind: 'START' };
    case 'GameEnded':
      return { kind: 'END' };
    case 'RobotDestroyed':
      return {
        kind: event.cause === 'COMBAT' ? 'KILL' : 'DEATH',
        tile: state.robots.get(event.robotId)?.position,
        playerId: event.playerId,
      };
    case 'MineDepleted':
      return { kind: 'DEPLETION', tile: event.mine };
    case 'MineDiscovered':
      return { kind: 'DISCOVERY', tile: event.mine };
    case 'PlayerEliminated':
      return { kind: 'ELIMINATION', playerId: event.playerId };
    default:
      return null;
  }
}
