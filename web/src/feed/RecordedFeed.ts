import type { GameEvent } from '../game/events';
import { UnknownEventError } from '../game/evolve';
import type { FeedListener, FeedReason, FeedSource } from './FeedSource';

/** So many events are folded within a frame; the page stays alive between them. */
const BATCH = 2_000;

/** The events of a recorded game, from the first one on. */
export class RecordedFeed implements FeedSource {
  private isStopped = false;

  constructor(private readonly events: readonly GameEvent[]) {}

  start(listener: FeedListener): void {
    listener.onStatus({ state: 'connecting', attempt: 1 });
    this.give(listener, 0);
  }

  stop(): void {
    this.isStopped = true;
  }

  private give(listener: FeedListener, from: number): void {
    if (this.isStopped) {
      listener.onStatus({ state: 'closed', reason: 'STOPPED' });
      return;
    }
    const batch = this.events.slice(from, from + BATCH);
    const failure = batch.length === 0 ? null : failureOf(listener, batch);
    if (failure !== null || from + BATCH >= this.events.length) {
      listener.onStatus({ state: 'closed', reason: failure ?? 'OVER' });
    } else {
      setTimeout(() => this.give(listener, from + BATCH));
    }
  }
}

function failureOf(listener: FeedListener, batch: readonly GameEvent[]): FeedReason | null {
  try {
    listener.onEvents(batch);
    return null;
  } catch (error) {
    if (error instanceof UnknownEventError) {
      return 'NEWER_SERVER';
    }
    throw error;
  }
}
