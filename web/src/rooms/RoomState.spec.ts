import { describe, expect, it } from 'vitest';
import { evolveRoom, isGone, leftMs, markOf, UNKNOWN_ROOM, type RoomEvent, type RoomState } from './RoomState';

const BEGAN = '2026-11-30T12:00:00Z';
const ANN = { playerId: 'ann', playerName: 'Ann' };
const BOB = { playerId: 'bob', playerName: 'Bob' };

let sequence = 0;

function event(fields: object): RoomEvent {
  sequence += 1;
  return { roomId: 'room', sequence, time: BEGAN, remaining: 0, ...fields } as RoomEvent;
}

function after(events: readonly RoomEvent[]): RoomState {
  return events.reduce(evolveRoom, UNKNOWN_ROOM);
}

const opened = (): RoomEvent =>
  event({ type: 'RoomCreated', player: ANN, expiresAt: '2026-11-30T12:10:00Z', plan: { opponent: 'PERSON', mark: 'X', moveMs: 20_000, roundMs: 60_000 } });
const seated = (): RoomEvent => event({ type: 'PlayerSeated', player: BOB });
const begun = (round: number, xPlayerId: string): RoomEvent =>
  event({ type: 'RoundStarted', round, xPlayerId, oPlayerId: 'whoever', remainingMs: 60_000, deadline: '2026-11-30T12:00:20Z' });
const placed = (move: number, mark: string, cell: number, playerId: string): RoomEvent =>
  event({ type: 'MarkPlaced', round: 1, move, mark, cell, playerId, remainingMs: 50_000, deadline: '2026-11-30T12:00:40Z' });
const ended = (): RoomEvent =>
  event({ type: 'RoundEnded', round: 1, result: 'X_WON', reason: 'LINE', winnerId: 'ann', line: [0, 1, 2], wins: [1, 0], closesAt: '2026-11-30T12:02:00Z' });

describe('a room', () => {
  it('waits with one seat taken, and is closed if nobody comes', () => {
    const room = after([opened()]);
    expect(room.phase).toBe('WAITING');
    expect(room.seats.map((seat) => seat.playerName)).toEqual(['Ann']);
    expect(room.closesAtMs).toBe(Date.parse('2026-11-30T12:10:00Z'));
    expect(markOf(room, 'ann')).toBeNull();
  });

  it('gives the turn to the other with each mark', () => {
    const room = after([opened(), seated(), begun(1, 'ann'), placed(1, 'X', 4, 'ann')]);
    expect(room.cells[4]).toBe('X');
    expect(room.lastCell).toBe(4);
    expect(room.turnPlayerId).toBe('bob');
    expect(room.move).toBe(2);
    expect(markOf(room, 'ann')).toBe('X');
    expect(markOf(room, 'bob')).toBe('O');
    expect(markOf(room, 'somebody')).toBeNull();
  });

  it('runs the clock of whoever moves, and no other', () => {
    const room = after([opened(), seated(), begun(1, 'ann')]);
    const nowMs = Date.parse(BEGAN) + 7_000;
    expect(room.seats.map((seat) => leftMs(room, seat, nowMs))).toEqual([53_000, 60_000]);
    expect(room.seats.map((seat) => leftMs(room, seat, nowMs + 100_000))).toEqual([0, 60_000]);
  });

  it('knows who is gone, since when, and from when on the other can claim the round', () => {
    const gone = event({ type: 'PlayerGone', playerId: 'bob', time: '2026-11-30T12:00:10Z', claimableAt: '2026-11-30T12:00:40Z' });
    const [ann, bob] = after([opened(), seated(), begun(1, 'ann'), gone]).seats;
    expect([ann?.goneSinceMs, ann?.claimableAtMs]).toEqual([null, null]);
    expect(bob?.goneSinceMs).toBe(Date.parse('2026-11-30T12:00:10Z'));
    expect(bob?.claimableAtMs).toBe(Date.parse('2026-11-30T12:00:40Z'));

    const later = { ...begun(2, 'bob'), time: '2026-11-30T12:01:00Z' };
    const again = after([opened(), seated(), begun(1, 'ann'), gone, later]).seats[1];
    expect(again?.claimableAtMs).toBe(Date.parse('2026-11-30T12:01:30Z'));

    const back = after([opened(), seated(), begun(1, 'ann'), gone, event({ type: 'PlayerReturned', playerId: 'bob' })]).seats[1];
    expect([back?.goneSinceMs, back?.claimableAtMs]).toEqual([null, null]);
  });

  it('does not say that somebody is gone who may be back at once', () => {
    const room = after([opened(), seated(), begun(1, 'ann'), event({ type: 'PlayerGone', playerId: 'bob', claimableAt: '2026-11-30T12:00:30Z' })]);
    const shown = (of: RoomState, afterMs: number) => of.seats.map((seat) => isGone(of, seat, Date.parse(BEGAN) + afterMs));
    expect(shown(room, 1_999)).toEqual([false, false]);
    expect(shown(room, 2_000)).toEqual([false, true]);
    expect(shown({ ...room, phase: 'CLOSED' }, 2_000)).toEqual([false, false]);
  });

  it('tells who has won, and begins another round with an empty board', () => {
    const over = after([opened(), seated(), begun(1, 'ann'), placed(1, 'X', 0, 'ann'), ended()]);
    expect(over.phase).toBe('OVER');
    expect(over.result).toEqual({ winnerId: 'ann', reason: 'LINE', line: [0, 1, 2] });
    expect(over.seats.map((seat) => seat.wins)).toEqual([1, 0]);
    const offered = evolveRoom(over, event({ type: 'RematchOffered', round: 1, playerId: 'bob' }));
    expect(offered.seats.map((seat) => seat.wantsRematch)).toEqual([false, true]);

    const next = evolveRoom(offered, begun(2, 'bob'));
    expect(next.cells.every((mark) => mark === null)).toBe(true);
    expect(next.result).toBeNull();
    expect(next.seats.map((seat) => seat.wantsRematch)).toEqual([false, false]);
    expect(next.seats.map((seat) => seat.wins)).toEqual([1, 0]);
    expect(markOf(next, 'bob')).toBe('X');
  });

  it('knows who is gone, and who came back', () => {
    const gone = after([opened(), seated(), begun(1, 'ann'), event({ type: 'PlayerGone', playerId: 'bob', claimableAt: '2026-11-30T12:00:30Z' })]);
    expect(gone.seats[1]?.claimableAtMs).toBe(Date.parse('2026-11-30T12:00:30Z'));
    expect(evolveRoom(gone, event({ type: 'PlayerReturned', playerId: 'bob' })).seats[1]?.claimableAtMs).toBeNull();
  });

  it('says why it was closed, and passes over what it does not know', () => {
    const closed = after([opened(), event({ type: 'RoomClosed', reason: 'NOBODY_JOINED' })]);
    expect(closed.phase).toBe('CLOSED');
    expect(closed.closingReason).toBe('NOBODY_JOINED');
    const later = event({ type: 'SomethingNew' });
    expect(evolveRoom(closed, later)).toEqual({ ...closed, sequence: later.sequence });
  });
});
