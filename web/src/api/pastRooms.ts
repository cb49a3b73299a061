import type { RoomEvent } from '../rooms/RoomState';
import { clientOf, content, type RequestOptions } from './client';
import type { components, paths } from './generated/history';

export type PastRoom = components['schemas']['PastRoom'];
export type PastRoomPage = components['schemas']['PastRooms'];
export type RoomRanking = components['schemas']['RoomRanking'];
export type RankedRoomPlayer = components['schemas']['RankedRoomPlayer'];

const history = clientOf<paths>('');

/** As many events as a page of the history has at most. */
const EVENTS = 1_000;

/** The rooms of a player that are closed, the latest first. */
export function pastRooms(page: { playerId: string; after?: string; limit?: number }, options: RequestOptions = {}): Promise<PastRoomPage> {
  return content(history.GET('/history/rooms', { params: { query: page }, ...options }));
}

export function roomRanking(page: { after?: number; limit?: number } = {}, options: RequestOptions = {}): Promise<RoomRanking> {
  return content(history.GET('/history/ranking/tictactoe', { params: { query: page }, ...options }));
}

/** All events of a closed room, page after page. */
export async function pastRoomEvents(roomId: string, onEvents: (events: readonly RoomEvent[]) => void, options: RequestOptions = {}): Promise<void> {
  let from: number | undefined = 1;
  while (from !== undefined) {
    const params: { path: { roomId: string }; query: { from: number; limit: number } } = { path: { roomId }, query: { from, limit: EVENTS } };
    const page: components['schemas']['PastRoomEvents'] = await content(history.GET('/history/rooms/{roomId}/events', { params, ...options }));
    onEvents((page.events ?? []) as readonly RoomEvent[]);
    from = page.next;
  }
}
