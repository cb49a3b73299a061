import type { PastRoom } from '../api/pastRooms';

export interface OwnPastRoom {
  readonly opponentName: string;
  readonly ownWins: number;
  readonly otherWins: number;
  /** By the rounds that each has won. */
  readonly outcome: 'WON' | 'LOST' | 'DRAWN';
}

/** What a closed room came to for one of its players. */
export function pastRoomOf(room: PastRoom, playerId: string): OwnPastRoom {
  const players = room.players ?? [];
  const ownWins = players.find((player) => player.playerId === playerId)?.wins ?? 0;
  const other = players.find((player) => player.playerId !== playerId);
  const otherWins = other?.wins ?? 0;
  return {
    opponentName: other?.playerName ?? '',
    ownWins,
    otherWins,
    outcome: ownWins === otherWins ? 'DRAWN' : ownWins > otherWins ? 'WON' : 'LOST',
  };
}
