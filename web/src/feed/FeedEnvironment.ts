/** What a feed needs of a WebSocket. */
export interface Socket {
  onmessage: ((message: { readonly data: unknown }) => void) | null;
  onclose: ((close: { readonly code: number }) => void) | null;
  close(): void;
}

/** The world around a feed, so that tests can be the world. */
export interface FeedEnvironment {
  openSocket(url: string): Socket;
  nowMs(): number;
  /** @returns a function that stops the timer */
  setTimer(due: () => void, delayMs: number): () => void;
  /** From 0 to below 1. */
  random(): number;
  isOnline(): boolean;
  /** @returns a function that ends the listening */
  onNetworkChange(changed: () => void): () => void;
}

/** That of a browser. */
export const browserEnvironment: FeedEnvironment = {
  openSocket: (url) => new WebSocket(url),
  nowMs: () => Date.now(),
  setTimer: (due, delayMs) => {
    const timer = setTimeout(due, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  isOnline: () => navigator.onLine,
  onNetworkChange: (changed) => {
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  },
};
