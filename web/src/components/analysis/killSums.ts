import type { KillsOfPlayer } from '../../api/client';

export interface KillSum {
  readonly playerId: string;
  readonly kills: number;
}

/** The windows are of five minutes and begin each minute, so that a kill is in five of them; those that do not overlap have each once. */
export function sumKills(windows: readonly KillsOfPlayer[]): KillSum[] {
  const sums = new Map<string, number>();
  for (const { playerId, from, to, kills } of windows) {
    const fromMs = Date.parse(from);
    if (fromMs % (Date.parse(to) - fromMs) === 0) sums.set(playerId, (sums.get(playerId) ?? 0) + kills);
  }
  return [...sums].map(([playerId, kills]) => ({ playerId, kills })).sort((one, other) => other.kills - one.kills);
}
