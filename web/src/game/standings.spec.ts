import { expect, it } from 'vitest';
import { NO_POINTS } from './scores';
import { standingsBy } from './standings';
import { mapOf, player, runningGame } from './testing/world';

const state = runningGame(mapOf('S'), {
  players: [
    player('first', { number: 0, balance: 10, total: 50, points: { ...NO_POINTS, MINING: 50 } }),
    player('second', { number: 1, balance: 20, total: 50, points: { ...NO_POINTS, TRADING: 50 } }),
    player('third', { number: 2, balance: 20, total: 50, points: { ...NO_POINTS, MINING: 50 } }),
    player('fourth', { number: 3, balance: 0, total: 90, points: { ...NO_POINTS, FIGHTING: 115, MINING: -25 } }),
  ],
});

const order = (ranking: Parameters<typeof standingsBy>[1]) => standingsBy(state, ranking).map((place) => place.player.playerId);

it('ranks by all points, then by credits, then by who joined first', () => {
  expect(order('TOTAL')).toEqual(['fourth', 'second', 'third', 'first']);
});

it('ranks by each category likewise', () => {
  expect(order('MINING')).toEqual(['third', 'first', 'second', 'fourth']);
  expect(order('TRADING')).toEqual(['second', 'third', 'first', 'fourth']);
  expect(order('TRAVELLING')).toEqual(['second', 'third', 'first', 'fourth']);
});

it('gives ranks from 1, and the points of the ranking', () => {
  expect(standingsBy(state, 'FIGHTING').map(({ rank, points }) => [rank, points])).toEqual([[1, 115], [2, 0], [3, 0], [4, 0]]);
});
