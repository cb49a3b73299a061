import type { GameEvent } from '../game/events';

/** Why a feed is not live, or is closed for good; each has a sentence in the texts. */
export type FeedReason =
  | 'LOST'
  | 'OFFLINE'
  | 'SERVER_RESTARTS'
  | 'TOO_SLOW'
  | 'TOO_MANY_STREAMS'
  | 'UNKNOWN_GAME'
  | 'MOVED_TO_HISTORY'
  | 'UNAVAILABLE'
  | 'NEWER_SERVER'
  | 'OVER'
  | 'STOPPED';

export type FeedStatus =
  | { readonly state: 'connecting'; readonly attempt: number }
  | { readonly state: 'live' }
  | { readonly state: 'waiting'; readonly reason: FeedReason; readonly attempt: number; readonly retryAtMs: number }
  | { readonly state: 'closed'; readonly reason: FeedReason };

export interface FeedListener<Event = GameEvent> {
  /** Events without gap or repeat, in order; `serverTimeMs` is the server's clock when they were sent, if it is known. */
  onEvents(events: readonly Event[]): void;
  onStatus(status: FeedStatus): void;
  /** The server's clock minus ours, in ms, estimated anew at each message that carries a time. */
  onClock(offsetMs: number): void;
}

/** Where the events of a game come from: a server, or a file. One listener, started once. */
export interface FeedSource<Event = GameEvent> {
  start(listener: FeedListener<Event>): void;
  stop(): void;
}
