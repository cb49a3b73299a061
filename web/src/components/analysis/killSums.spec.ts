import { expect, test } from 'vitest';
import type { KillsOfPlayer } from '../../api/client';
import { sumKills } from './killSums';

const window = (playerId: string, minute: number, kills: number): KillsOfPlayer => ({
  playerId,
  from: new Date(Date.UTC(2026, 10, 29, 12, minute)).toISOString(),
  to: new Date(Date.UTC(2026, 10, 29, 12, minute + 5)).toISOString(),
  kills,
});

test('counts a kill once, although five windows have it', () => {
  const inAll = [6, 7, 8, 9, 10].map((minute) => window('anna', minute, 3));
  expect(sumKills(inAll)).toEqual([{ playerId: 'anna', kills: 3 }]);
});

test('adds up windows that do not overlap, most kills first', () => {
  expect(sumKills([window('anna', 0, 1), window('bert', 0, 2), window('anna', 5, 4)])).toEqual([
    { playerId: 'anna', kills: 5 },
    { playerId: 'bert', kills: 2 },
  ]);
});
