import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { Problem } from '../../api/problems';
import type { FeedListener } from '../../feed/FeedSource';
import type { RoomEvent } from '../../rooms/RoomState';

const feeds = vi.hoisted(() => ({ listener: null as FeedListener<RoomEvent> | null }));
const { pastRoomEvents } = vi.hoisted(() => ({ pastRoomEvents: vi.fn() }));
vi.mock('../../api/pastRooms', () => ({ pastRoomEvents }));
vi.mock('../../api/client', () => ({ joinRoom: vi.fn(), sendToRoom: vi.fn() }));
vi.mock('../../api/base', () => ({ baseUrl: () => '' }));
vi.mock('../useSession', () => ({ useSession: () => ({ session: { value: null }, asPlayer: vi.fn() }) }));
vi.mock('../../feed/LiveFeed', () => ({
  LiveFeed: class {
    start(listener: FeedListener<RoomEvent>): void {
      feeds.listener = listener;
    }
    stop(): void {}
  },
}));

const { useRoom } = await import('./useRoom');

const event = (sequence: number, payload: object): RoomEvent => ({ sequence, roomId: 'r', time: '2026-11-29T12:00:00Z', remaining: 0, ...payload }) as RoomEvent;
const created = event(1, { type: 'RoomCreated', player: { playerId: 'a', playerName: 'Ann' }, plan: { opponent: 'PERSON' }, expiresAt: '2026-11-29T12:10:00Z' });
const closed = event(2, { type: 'RoomClosed', reason: 'LEFT' });

let scope: EffectScope;
let room: ReturnType<typeof useRoom>;

beforeEach(() => {
  pastRoomEvents.mockReset();
  scope = effectScope();
  scope.run(() => {
    room = useRoom('r');
  });
});

afterEach(() => scope.stop());

const leftForTheHistory = (): void => feeds.listener?.onStatus({ state: 'closed', reason: 'MOVED_TO_HISTORY' });

describe('useRoom', () => {
  it('reads a room that has left for the history from there', async () => {
    pastRoomEvents.mockImplementation(async (_roomId: string, onEvents: (events: readonly RoomEvent[]) => void) => {
      onEvents([created]);
      onEvents([closed]);
    });
    leftForTheHistory();
    await vi.waitUntil(() => room.status.value.state === 'closed');
    expect(room.events.value).toEqual([created, closed]);
    expect(room.room.value).toMatchObject({ sequence: 2, phase: 'CLOSED', closingReason: 'LEFT' });
    expect(room.status.value).toEqual({ state: 'closed', reason: 'OVER' });
  });

  it('tells that the history does not answer, and reads all of the room when it is asked again', async () => {
    pastRoomEvents.mockImplementationOnce(async (_roomId: string, onEvents: (events: readonly RoomEvent[]) => void) => {
      onEvents([created]);
      throw new Problem({ code: 'NOT_AVAILABLE', status: 503, detail: '' });
    });
    leftForTheHistory();
    await vi.waitUntil(() => room.pastProblem.value !== null);
    pastRoomEvents.mockImplementation(async (_roomId: string, onEvents: (events: readonly RoomEvent[]) => void) => onEvents([created, closed]));
    await room.readPast();
    expect([room.pastProblem.value, room.events.value]).toEqual([null, [created, closed]]);
  });

  it('asks the history for no room that there never was', () => {
    feeds.listener?.onStatus({ state: 'closed', reason: 'UNKNOWN_GAME' });
    expect(pastRoomEvents).not.toHaveBeenCalled();
    expect(room.status.value).toEqual({ state: 'closed', reason: 'UNKNOWN_GAME' });
  });
});
