import type { Schemas } from './events';
import type { Player, Points } from './GameState';

export const NO_POINTS: Points = { MINING: 0, TRADING: 0, TRAVELLING: 0, FIGHTING: 0, UPGRADING: 0 };

export function totalOf(points: Points): number {
  return points.MINING + points.TRADING + points.TRAVELLING + points.FIGHTING + points.UPGRADING;
}

/** A player's points as an event gives them; nothing if it gave none. */
export function scored(player: Player, score: Schemas['Score'] | undefined): Partial<Player> {
  if (score === undefined) {
    return {};
  }
  const points = { ...player.points, [score.category]: score.inCategory };
  return { points, total: totalOf(points) };
}
