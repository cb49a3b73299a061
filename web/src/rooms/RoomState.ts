import type { components } from '../api/generated/feeds';

export type RoomEvent = components['schemas']['TicTacToeEvent'];
export type Mark = 'X' | 'O';

export interface Seat {
  readonly playerId: string;
  readonly playerName: string;
  readonly wins: number;
  /** What the player had left for all moves of the round when the turn began. */
  readonly remainingMs: number;
  readonly wantsRematch: boolean;
  /** From when on the other can claim the round; null while the player is there. */
  readonly claimableAtMs: number | null;
  /** Since when the player is gone; null while the player is there. */
  readonly goneSinceMs: number | null;
}

export interface RoundResult {
  readonly winnerId: string | null;
  readonly reason: string;
  /** The cells of the line that has won. */
  readonly line: readonly number[];
}

/** A room of tic-tac-toe after some of its events. */
export interface RoomState {
  readonly sequence: number;
  readonly phase: 'WAITING' | 'PLAYING' | 'OVER' | 'CLOSED';
  readonly opponent: string;
  readonly isInvitationOnly: boolean;
  readonly seats: readonly Seat[];
  readonly round: number;
  /** The number of the next move. */
  readonly move: number;
  readonly cells: readonly (Mark | null)[];
  readonly lastCell: number | null;
  readonly xPlayerId: string | null;
  readonly turnPlayerId: string | null;
  readonly turnBeganAtMs: number;
  /** When whoever moves has lost. */
  readonly deadlineMs: number | null;
  readonly result: RoundResult | null;
  /** When the room is closed unless something happens. */
  readonly closesAtMs: number | null;
  readonly closingReason: string | null;
}

const EMPTY: readonly null[] = Array.from({ length: 9 }, () => null);

/** A room of which nothing is known. */
export const UNKNOWN_ROOM: RoomState = {
  sequence: 0,
  phase: 'WAITING',
  opponent: 'PERSON',
  isInvitationOnly: false,
  seats: [],
  round: 0,
  move: 0,
  cells: EMPTY,
  lastCell: null,
  xPlayerId: null,
  turnPlayerId: null,
  turnBeganAtMs: 0,
  deadlineMs: null,
  result: null,
  closesAtMs: null,
  closingReason: null,
};

/** The room after one more event. What a newer server has besides changes nothing here. */
export function evolveRoom(room: RoomState, event: RoomEvent): RoomState {
  return { ...room, ...changes(room, event), sequence: event.sequence };
}

function changes(room: RoomState, event: RoomEvent): Partial<RoomState> {
  switch (event.type) {
    case 'RoomCreated':
      return {
        opponent: event.plan.opponent,
        isInvitationOnly: event.plan.invitationHash !== undefined,
        seats: [seatOf(event.player)],
        closesAtMs: Date.parse(event.expiresAt),
      };
    case 'PlayerSeated':
      return { seats: [...room.seats, seatOf(event.player)], closesAtMs: null };
    case 'RoundStarted':
      return {
        phase: 'PLAYING',
        round: event.round,
        move: 1,
        cells: EMPTY,
        lastCell: null,
        xPlayerId: event.xPlayerId,
        turnPlayerId: event.xPlayerId,
        turnBeganAtMs: Date.parse(event.time),
        deadlineMs: Date.parse(event.deadline),
        result: null,
        closesAtMs: null,
        seats: room.seats.map((seat) => ({ ...seat, remainingMs: event.remainingMs, wantsRematch: false, claimableAtMs: claimableInRound(seat, Date.parse(event.time)) })),
      };
    case 'MarkPlaced':
      return {
        move: event.move + 1,
        cells: room.cells.map((mark, cell) => (cell === event.cell ? (event.mark as Mark) : mark)),
        lastCell: event.cell,
        turnPlayerId: room.seats.find((seat) => seat.playerId !== event.playerId)?.playerId ?? null,
        turnBeganAtMs: Date.parse(event.time),
        deadlineMs: event.deadline === undefined ? null : Date.parse(event.deadline),
        seats: changeSeat(room, event.playerId, { remainingMs: event.remainingMs }),
      };
    case 'RoundEnded':
      return {
        phase: 'OVER',
        turnPlayerId: null,
        deadlineMs: null,
        result: { winnerId: event.winnerId ?? null, reason: event.reason, line: event.line ?? [] },
        closesAtMs: Date.parse(event.closesAt),
        seats: room.seats.map((seat, number) => ({ ...seat, wins: event.wins[number] ?? seat.wins })),
      };
    case 'RematchOffered':
      return { seats: changeSeat(room, event.playerId, { wantsRematch: true }) };
    case 'PlayerGone':
      return { seats: changeSeat(room, event.playerId, { claimableAtMs: Date.parse(event.claimableAt), goneSinceMs: Date.parse(event.time) }) };
    case 'PlayerReturned':
      return { seats: changeSeat(room, event.playerId, { claimableAtMs: null, goneSinceMs: null }) };
    case 'RoomClosed':
      return { phase: 'CLOSED', turnPlayerId: null, deadlineMs: null, closesAtMs: null, closingReason: event.reason };
    default:
      return {};
  }
}

function seatOf(player: { playerId: string; playerName: string }): Seat {
  return { playerId: player.playerId, playerName: player.playerName, wins: 0, remainingMs: 0, wantsRematch: false, claimableAtMs: null, goneSinceMs: null };
}

function changeSeat(room: RoomState, playerId: string | undefined, change: Partial<Seat>): readonly Seat[] {
  return room.seats.map((seat) => (seat.playerId === playerId ? { ...seat, ...change } : seat));
}

/** Whoever was gone before a round has as long to come as somebody who goes at its beginning. */
function claimableInRound({ claimableAtMs, goneSinceMs }: Seat, beganAtMs: number): number | null {
  return claimableAtMs === null || goneSinceMs === null ? null : Math.max(claimableAtMs, beganAtMs + claimableAtMs - goneSinceMs);
}

/** What a player places in this round; null for whoever only watches, and before the first round. */
export function markOf(room: RoomState, playerId: string | null): Mark | null {
  if (room.xPlayerId === null || !room.seats.some((seat) => seat.playerId === playerId)) return null;
  return room.xPlayerId === playerId ? 'X' : 'O';
}

/** Whoever goes on at another server is taken for gone for a moment, which nobody has to see. */
const GONE_SHOWN_AFTER_MS = 2_000;

/** Whether others are told that a player is gone. */
export function isGone(room: RoomState, seat: Seat, nowMs: number): boolean {
  return room.phase !== 'CLOSED' && seat.goneSinceMs !== null && nowMs - seat.goneSinceMs >= GONE_SHOWN_AFTER_MS;
}

/** What a player has left for the round at a moment. */
export function leftMs(room: RoomState, seat: Seat, nowMs: number): number {
  const spent = room.turnPlayerId === seat.playerId ? nowMs - room.turnBeganAtMs : 0;
  return Math.max(0, seat.remainingMs - spent);
}
