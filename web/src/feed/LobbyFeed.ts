import type { components } from '../api/generated/feeds';
import type { GameEvent } from '../game/events';
import { ClockOffset } from './ClockOffset';
import { Connection, type Frame, type FrameOutcome } from './Connection';
import { browserEnvironment, type FeedEnvironment } from './FeedEnvironment';
import type { FeedStatus } from './FeedSource';
import { feedUrl } from './feedUrl';

/** What the lobby tells of all games: their beginnings, participants and ends, with the parts that a list shows. */
export type LobbyEvent = components['schemas']['LobbyFeedEvent'];

export interface LobbyListener {
  /** Events may be missing before those that follow: read the list of games now. What follows may repeat what the list has. */
  onIncomplete(): void;
  /** Events in the order of each game, each once as far as this feed knows. */
  onEvents(events: readonly LobbyEvent[]): void;
  onStatus(status: FeedStatus): void;
  /** The server's clock minus ours, in ms. */
  onClock(offsetMs: number): void;
}

export interface LobbyFeedOptions {
  /** Where the services are, without a slash at its end. */
  readonly baseUrl: string;
  readonly environment?: FeedEnvironment;
}

/** What happens to games, as it happens. */
export class LobbyFeed {
  private readonly environment: FeedEnvironment;
  private readonly connection: Connection;
  private readonly clock = new ClockOffset();
  private listener: LobbyListener | null = null;
  /** Where to resume; null before the first start. */
  private position: string | null = null;
  /** The last event that was passed on, by game. */
  private readonly lastOf = new Map<string, number>();

  constructor(options: LobbyFeedOptions) {
    this.environment = options.environment ?? browserEnvironment;
    this.connection = new Connection(
      {
        url: () => feedUrl(options.baseUrl, '/lobby/feed', this.position === null ? {} : { from: this.position }),
        onFrame: (frame) => this.receive(frame),
        onStatus: (status) => this.listener?.onStatus(status),
      },
      this.environment,
    );
  }

  start(listener: LobbyListener): void {
    this.listener = listener;
    this.connection.start();
  }

  stop(): void {
    this.connection.stop();
  }

  private receive(frame: Frame): FrameOutcome {
    if (typeof frame.time === 'string') {
      this.listener?.onClock(this.clock.observe(Date.parse(frame.time), this.environment.nowMs()));
    }
    switch (frame.kind) {
      case 'start':
        if (frame.complete !== true) {
          this.listener?.onIncomplete();
        }
        this.moveTo(frame.position);
        return 'STARTED';
      case 'events':
        this.take(frame.events as readonly LobbyEvent[]);
        this.moveTo(frame.position);
        return 'PROGRESS';
      case 'alive':
        this.moveTo(frame.position);
        return 'PROGRESS';
      default:
        return 'IGNORED';
    }
  }

  private take(events: readonly LobbyEvent[]): void {
    const fresh = events.filter((event) => this.isFresh(event));
    if (fresh.length > 0) {
      this.listener?.onEvents(fresh);
    }
  }

  private isFresh(event: Pick<GameEvent, 'gameId' | 'sequence' | 'type'>): boolean {
    if (event.sequence <= (this.lastOf.get(event.gameId) ?? 0)) {
      return false;
    }
    if (event.type === 'GamePurged') {
      this.lastOf.delete(event.gameId);
    } else {
      this.lastOf.set(event.gameId, event.sequence);
    }
    return true;
  }

  private moveTo(position: unknown): void {
    if (typeof position === 'string') {
      this.position = position;
    }
  }
}
