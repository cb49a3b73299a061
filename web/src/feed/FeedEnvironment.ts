/** What a feed hears of a WebSocket. */
export interface SocketHandlers {
  onMessage(data: unknown): void;
  /** The socket is closed, or could not be opened. */
  onClose(code: number): void;
}

export interface Socket {
  close(): void;
}

/** The world around a feed, so that tests can be the world. */
export interface FeedEnvironment {
  openSocket(url: string, handlers: SocketHandlers): Socket;
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
  openSocket: (url, handlers) => {
    const socket = new WebSocket(url);
    socket.onmessage = (message) => handlers.onMessage(message.data);
    socket.onclose = (close) => handlers.onClose(close.code);
    return socket;
  },
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
