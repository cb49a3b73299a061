import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeEnvironment } from './fakeSocket';
import { LobbyFeed } from './LobbyFeed';

let environment: FakeEnvironment;
let heard: string[];
let incomplete: number;

beforeEach(() => {
  vi.useFakeTimers();
  environment = new FakeEnvironment();
  heard = [];
  incomplete = 0;
  new LobbyFeed({ baseUrl: 'http://localhost:8081', environment }).start({
    onIncomplete: () => incomplete++,
    onEvents: (events) => heard.push(...events.map((event) => `${event.gameId}${event.sequence}`)),
    onStatus: () => undefined,
    onClock: () => undefined,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function send(position: string, ...events: [gameId: string, sequence: number, type?: string][]): void {
  const list = events.map(([gameId, sequence, type]) => ({ type: type ?? 'PlayerJoined', gameId, sequence }));
  environment.last.send({ kind: 'events', position, events: list });
}

function comeAgain(): void {
  environment.last.end(1006);
  vi.advanceTimersByTime(15_000);
}

it('begins without a position, and is told to read the list', () => {
  expect(environment.last.url).toBe('ws://localhost:8081/lobby/feed');
  environment.last.send({ kind: 'start', position: 'p0', complete: false });
  expect(incomplete).toBe(1);
});

it('resumes from the last position, and reads the list again only if something may be missing', () => {
  environment.last.send({ kind: 'start', position: 'p0', complete: false });
  send('p1', ['a', 1]);
  comeAgain();
  expect(environment.last.query).toEqual({ from: 'p1' });
  environment.last.send({ kind: 'start', position: 'p1', complete: true });
  expect(incomplete).toBe(1);
  environment.last.send({ kind: 'alive', position: 'p2' });
  comeAgain();
  expect(environment.last.query).toEqual({ from: 'p2' });
  environment.last.send({ kind: 'start', position: 'p9', complete: false });
  expect(incomplete).toBe(2);
});

it('passes each event of each game on once', () => {
  environment.last.send({ kind: 'start', position: 'p0', complete: true });
  send('p1', ['a', 1], ['b', 1], ['a', 3]);
  send('p2', ['a', 2], ['a', 3], ['b', 2]);
  expect(heard).toEqual(['a1', 'b1', 'a3', 'b2']);
});

it('forgets a game that is removed', () => {
  environment.last.send({ kind: 'start', position: 'p0', complete: true });
  send('p1', ['a', 5]);
  send('p2', ['a', 6, 'GamePurged']);
  expect(heard).toEqual(['a5', 'a6']);
});
