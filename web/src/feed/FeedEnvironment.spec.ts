import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browserEnvironment } from './FeedEnvironment';

class RecordedSocket {
  static last: RecordedSocket;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;
  close = vi.fn();

  constructor(readonly url: string) {
    RecordedSocket.last = this;
  }
}

const network = new EventTarget();

beforeEach(() => {
  vi.stubGlobal('WebSocket', RecordedSocket);
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network));
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('passes on what a socket says, and how it ends', () => {
  const onMessage = vi.fn();
  const onClose = vi.fn();
  const socket = browserEnvironment.openSocket('wss://example.org/feed', { onMessage, onClose });
  RecordedSocket.last.onmessage?.({ data: 'text' });
  RecordedSocket.last.onclose?.({ code: 1013 });
  socket.close();
  expect(RecordedSocket.last.url).toBe('wss://example.org/feed');
  expect(onMessage).toHaveBeenCalledExactlyOnceWith('text');
  expect(onClose).toHaveBeenCalledExactlyOnceWith(1013);
  expect(RecordedSocket.last.close).toHaveBeenCalledOnce();
});

it('tells when the network comes and goes, until nobody wants to know', () => {
  const changed = vi.fn();
  const end = browserEnvironment.onNetworkChange(changed);
  network.dispatchEvent(new Event('offline'));
  network.dispatchEvent(new Event('online'));
  end();
  network.dispatchEvent(new Event('offline'));
  expect(changed).toHaveBeenCalledTimes(2);
  expect(browserEnvironment.isOnline()).toBe(false);
});
