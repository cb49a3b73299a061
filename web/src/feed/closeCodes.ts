import type { FeedReason } from './FeedSource';

/** What the end of a connection means, and whether it is worth coming again. */
export interface Ending {
  readonly reason: FeedReason;
  readonly comeAgain: boolean;
}

const ENDINGS: Readonly<Record<number, Ending>> = {
  1000: { reason: 'OVER', comeAgain: false },
  1001: { reason: 'SERVER_RESTARTS', comeAgain: true },
  1012: { reason: 'SERVER_RESTARTS', comeAgain: true },
  1013: { reason: 'TOO_SLOW', comeAgain: true },
  4308: { reason: 'MOVED_TO_HISTORY', comeAgain: false },
  // Only a server that speaks otherwise than this page finds its question malformed.
  4400: { reason: 'NEWER_SERVER', comeAgain: false },
  4404: { reason: 'UNKNOWN_GAME', comeAgain: false },
  4429: { reason: 'TOO_MANY_STREAMS', comeAgain: true },
  4503: { reason: 'UNAVAILABLE', comeAgain: true },
};

export function endingOf(closeCode: number): Ending {
  return ENDINGS[closeCode] ?? { reason: 'LOST', comeAgain: true };
}
