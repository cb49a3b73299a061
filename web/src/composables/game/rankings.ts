import type { ScoreCategory } from '../../game/events';
import type { GameState, Player } from '../../game/GameState';

export type Ranking = ScoreCategory | 'TOTAL';

export function categoryOf(player: Pick<Player, 'points' | 'total'>, ranking: Ranking): number {
  return ranking === 'TOTAL' ? player.total : player.points[ranking];
}
