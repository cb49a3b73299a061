import { Backoff } from './backoff';
import { endingOf } from './closeCodes';
import type { FeedEnvironment, Socket } from './FeedEnvironment';
import type { FeedReason, FeedStatus } from './FeedSource';

const CONNECT_TIMEOUT_MS = 8_000;

/** The server sends a sign of life each 10 s; two that are missing are a loss, not a delay. */
const SILENCE_MS = 25_000;

/** A frame of the feed: an object with a kind. */
export interface Frame {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/**
 * What became of a frame. PROGRESS: the connection has proved itself. GAP: something is missing, so go back to the position.
 * A reason closes for good.
 */
export type FrameOutcome = 'STARTED' | 'PROGRESS' | 'IGNORED' | 'GAP' | { readonly closed: FeedReason };

export interface ConnectionOwner {
  /** Where to connect to, from the position that is reached. */
  url(): string;
  onFrame(frame: Frame): FrameOutcome;
  onStatus(status: FeedStatus): void;
}

interface Waiting {
  readonly reason: FeedReason;
  readonly retryAtMs: number;
}

/**
 * A WebSocket that is kept up. The first connect and each reconnect are the same; attempts are numbered, and what an older socket still
 * has to say is not heard.
 */
export class Connection {
  private readonly backoff: Backoff;
  private socket: Socket | null = null;
  /** How many sockets there have been, and how many since one proved itself. */
  private opened = 0;
  private attempt = 0;
  private isLive = false;
  private isClosed = true;
  private waiting: Waiting | null = null;
  private stopTimer: () => void = () => undefined;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly owner: ConnectionOwner,
    private readonly environment: FeedEnvironment,
  ) {
    this.backoff = new Backoff(environment.random);
  }

  start(): void {
    if (!this.isClosed) {
      return;
    }
    this.isClosed = false;
    this.stopListening = this.environment.onNetworkChange(() => this.networkChanged());
    this.connect();
  }

  stop(): void {
    if (!this.isClosed) {
      this.close('STOPPED');
    }
  }

  private connect(): void {
    this.attempt++;
    this.waiting = null;
    this.owner.onStatus({ state: 'connecting', attempt: this.attempt });
    this.setTimer(() => this.lose('LOST'), CONNECT_TIMEOUT_MS);
    const socketNumber = ++this.opened;
    const ifNewest = (act: () => void): void => {
      if (this.socket !== null && socketNumber === this.opened) {
        act();
      }
    };
    this.socket = this.environment.openSocket(this.owner.url(), {
      onMessage: (data) => ifNewest(() => this.receive(data)),
      onClose: (code) => ifNewest(() => this.ended(code)),
    });
  }

  private receive(data: unknown): void {
    const frame = frameOf(data);
    if (frame === null) {
      this.lose('LOST');
      return;
    }
    if (this.isLive) {
      this.watchForSilence();
    }
    const outcome = this.owner.onFrame(frame);
    if (this.isClosed) {
      // The listener has stopped the feed.
      return;
    }
    if (outcome === 'STARTED') {
      this.goLive();
    } else if (outcome === 'PROGRESS') {
      this.attempt = 0;
      this.backoff.reset();
    } else if (outcome === 'GAP') {
      this.lose('LOST');
    } else if (outcome !== 'IGNORED') {
      this.close(outcome.closed);
    }
  }

  private goLive(): void {
    this.isLive = true;
    this.watchForSilence();
    this.owner.onStatus({ state: 'live' });
  }

  private watchForSilence(): void {
    this.setTimer(() => this.lose('LOST'), SILENCE_MS);
  }

  private ended(code: number): void {
    const { reason, comeAgain } = endingOf(code);
    if (comeAgain) {
      this.lose(reason);
    } else {
      this.close(reason);
    }
  }

  /** Lets the socket go and comes again later. */
  private lose(reason: FeedReason): void {
    this.dropSocket();
    const delayMs = this.backoff.nextDelayMs();
    this.waiting = { reason, retryAtMs: this.environment.nowMs() + delayMs };
    this.setTimer(() => this.connect(), delayMs);
    this.tellWaiting(this.waiting);
  }

  private tellWaiting({ reason, retryAtMs }: Waiting): void {
    const shown = reason === 'LOST' && !this.environment.isOnline() ? 'OFFLINE' : reason;
    this.owner.onStatus({ state: 'waiting', reason: shown, attempt: this.attempt, retryAtMs });
  }

  /** Only a hint: an installation on one's own machine answers without any network. */
  private networkChanged(): void {
    if (this.waiting === null) {
      return;
    }
    if (this.environment.isOnline()) {
      this.stopTimer();
      this.connect();
    } else {
      this.tellWaiting(this.waiting);
    }
  }

  private close(reason: FeedReason): void {
    this.isClosed = true;
    this.waiting = null;
    this.dropSocket();
    this.stopTimer();
    this.stopListening();
    this.owner.onStatus({ state: 'closed', reason });
  }

  private dropSocket(): void {
    const socket = this.socket;
    this.socket = null;
    this.isLive = false;
    socket?.close();
  }

  private setTimer(due: () => void, delayMs: number): void {
    this.stopTimer();
    this.stopTimer = this.environment.setTimer(due, delayMs);
  }
}

function frameOf(data: unknown): Frame | null {
  if (typeof data !== 'string') {
    return null;
  }
  try {
    const frame: unknown = JSON.parse(data);
    return typeof frame === 'object' && frame !== null && typeof (frame as Frame).kind === 'string' ? (frame as Frame) : null;
  } catch {
    return null;
  }
}
