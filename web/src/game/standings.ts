import type { ScoreCategory } from './events';
import type { GameState, Player } from './GameState';

/** By all points, or by those of a category. */
export type Ranking = 'TOTAL' | ScoreCategory;

export const RANKINGS: readonly Ranking[] = ['TOTAL', 'MINING', 'TRADING', 'TRAVELLING', 'FIGHTING', 'UPGRADING'];

export interface Place {
  /** 1 is the best. */
  readonly rank: number;
  readonly points: number;
  readonly player: Player;
}

export function pointsIn(player: Player, ranking: Ranking): number {
  return ranking === 'TOTAL' ? player.total : player.points[ranking];
}

/** The players, best first; ties go to more credits, then to who joined first. */
export function standingsBy(state: GameState, ranking: Ranking): readonly Place[] {
  return [...state.players.values()]
    .sort(
      (one, other) =>
        pointsIn(other, ranking) - pointsIn(one, ranking) || other.balance - one.balance || one.number - other.number,
    )
    .map((player, index) => ({ rank: index + 1, points: pointsIn(player, ranking), player }));
}
