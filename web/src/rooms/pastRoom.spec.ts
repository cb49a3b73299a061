import { describe, expect, it } from 'vitest';
import { pastRoomOf } from './pastRoom';

const room = (annWins: number, bobWins: number) => ({
  players: [
    { playerId: 'a', playerName: 'Ann', wins: annWins },
    { playerId: 'b', playerName: 'Bob', wins: bobWins },
  ],
});

describe('pastRoomOf', () => {
  it('tells each player of the other, and who has won more rounds', () => {
    expect(pastRoomOf(room(2, 1), 'a')).toEqual({ opponentName: 'Bob', ownWins: 2, otherWins: 1, outcome: 'WON' });
    expect(pastRoomOf(room(2, 1), 'b')).toEqual({ opponentName: 'Ann', ownWins: 1, otherWins: 2, outcome: 'LOST' });
  });

  it('is drawn where both have won as many', () => {
    expect(pastRoomOf(room(0, 0), 'b').outcome).toBe('DRAWN');
  });
});
