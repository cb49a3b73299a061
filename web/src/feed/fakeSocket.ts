import type { FeedEnvironment, Socket, SocketHandlers } from './FeedEnvironment';

/** A socket whose other end is a test. */
export class FakeSocket implements Socket {
  isClosed = false;

  constructor(
    readonly url: string,
    private readonly handlers: SocketHandlers,
  ) {}

  /** What the address asks for. */
  get query(): Readonly<Record<string, string>> {
    return Object.fromEntries(new URL(this.url).searchParams);
  }

  send(frame: object): void {
    this.handlers.onMessage(JSON.stringify(frame));
  }

  sendRaw(data: unknown): void {
    this.handlers.onMessage(data);
  }

  /** The server, or the way to it, ends the connection. */
  end(code: number): void {
    this.handlers.onClose(code);
  }

  close(): void {
    this.isClosed = true;
  }
}

/** A world in which all sockets are fake; time is that of vitest's fake timers. */
export class FakeEnvironment implements FeedEnvironment {
  readonly sockets: FakeSocket[] = [];
  /** What chance gives: 1 waits as long as a try may wait. */
  chance = 1;
  online = true;
  private networkChanged: () => void = () => undefined;

  get last(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) {
      throw new Error('No socket was opened');
    }
    return socket;
  }

  openSocket(url: string, handlers: SocketHandlers): FakeSocket {
    const socket = new FakeSocket(url, handlers);
    this.sockets.push(socket);
    return socket;
  }

  nowMs(): number {
    return Date.now();
  }

  setTimer(due: () => void, delayMs: number): () => void {
    const timer = setTimeout(due, delayMs);
    return () => clearTimeout(timer);
  }

  readonly random = (): number => this.chance;

  isOnline(): boolean {
    return this.online;
  }

  onNetworkChange(changed: () => void): () => void {
    this.networkChanged = changed;
    return () => {
      this.networkChanged = () => undefined;
    };
  }

  setOnline(online: boolean): void {
    this.online = online;
    this.networkChanged();
  }
}
