import type { GameEvent } from '../game/events';
import { UnknownEventError } from '../game/evolve';
import { ClockOffset } from './ClockOffset';
import { Connection, type Frame, type FrameOutcome } from './Connection';
import { browserEnvironment, type FeedEnvironment } from './FeedEnvironment';
import type { FeedListener, FeedSource } from './FeedSource';
import { feedUrl } from './feedUrl';

export interface LiveFeedOptions {
  /** Where the services are, without a slash at its end. */
  readonly baseUrl: string;
  /** Of the feed, such as `/games/{gameId}/feed`. */
  readonly path: string;
  /** The first event that is wanted: 1, or the one after a snapshot. */
  readonly from: number;
  readonly environment?: FeedEnvironment;
}

/** The events of a game, or of a room, as they happen. It resumes after each loss where the listener stands, without a gap and without a repetition. */
export class LiveFeed<Event extends { readonly sequence: number } = GameEvent> implements FeedSource<Event> {
  private readonly environment: FeedEnvironment;
  private readonly connection: Connection;
  private readonly clock = new ClockOffset();
  private listener: FeedListener<Event> | null = null;
  /** The next event; it moves on only once the listener has had the ones before. */
  private next: number;

  constructor(options: LiveFeedOptions) {
    this.next = options.from;
    this.environment = options.environment ?? browserEnvironment;
    this.connection = new Connection(
      {
        url: () =>
          feedUrl(options.baseUrl, options.path, { from: String(this.next) }),
        onFrame: (frame) => this.receive(frame),
        onStatus: (status) => this.listener?.onStatus(status),
      },
      this.environment,
    );
  }

  start(listener: FeedListener<Event>): void {
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
        return 'STARTED';
      case 'events':
        return this.take(frame.events as readonly Event[]);
      case 'alive':
        // The server believes that more was sent than has come.
        return Number(frame.next) > this.next ? 'GAP' : 'PROGRESS';
      default:
        return 'IGNORED';
    }
  }

  private take(events: readonly Event[]): FrameOutcome {
    const fresh = events.filter((event) => event.sequence >= this.next);
    if (fresh.some((event, index) => event.sequence !== this.next + index)) {
      return 'GAP';
    }
    if (fresh.length === 0) {
      return 'IGNORED';
    }
    try {
      this.listener?.onEvents(fresh);
    } catch (error) {
      if (error instanceof UnknownEventError) {
        return { closed: 'NEWER_SERVER' };
      }
      // A listener that fails would fail at the same events for ever.
      this.connection.stop();
      throw error;
    }
    this.next += fresh.length;
    return 'PROGRESS';
  }
}
