import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GameEvent } from '../game/events';
import { UnknownEventError } from '../game/evolve';
import { FakeEnvironment } from './fakeSocket';
import type { FeedStatus } from './FeedSource';
import { LiveFeed } from './LiveFeed';

const START_MS = Date.parse('2026-11-29T12:00:00Z');

let environment: FakeEnvironment;
let heard: number[];
let statuses: FeedStatus[];
let offsets: number[];
let onEvents: (events: readonly GameEvent[]) => void;

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS });
  environment = new FakeEnvironment();
  heard = [];
  statuses = [];
  offsets = [];
  onEvents = (events) => heard.push(...events.map((event) => event.sequence));
});

afterEach(() => {
  vi.useRealTimers();
});

function started(from = 1): LiveFeed {
  const feed = new LiveFeed({ baseUrl: 'https://example.org/dungeon', path: '/games/game%201/feed', from, environment });
  feed.start({
    onEvents: (events) => onEvents(events),
    onStatus: (status) => statuses.push(status),
    onClock: (offsetMs) => offsets.push(offsetMs),
  });
  return feed;
}

function start(from: number): object {
  return { kind: 'start', path: '/games/game%201/feed', from, newest: 0, over: false, time: new Date().toISOString() };
}

function events(first: number, last: number): object {
  const list = Array.from({ length: last - first + 1 }, (_, index) => ({ type: 'GamePurged', sequence: first + index }));
  return { kind: 'events', next: last + 1, time: new Date().toISOString(), events: list };
}

/** A feed that is live and has had events 1 to 3. */
function live(): LiveFeed {
  const feed = started();
  environment.last.send(start(1));
  environment.last.send(events(1, 3));
  return feed;
}

describe('a live feed', () => {
  it('asks for the events from where its listener stands', () => {
    started(12);
    expect(environment.last.url).toBe('wss://example.org/dungeon/games/game%201/feed?from=12');
    expect(statuses).toEqual([{ state: 'connecting', attempt: 1 }]);
  });

  it('is live once the server has greeted it, and passes events on in order', () => {
    live();
    environment.last.send(events(4, 5));
    expect(statuses.at(-1)).toEqual({ state: 'live' });
    expect(heard).toEqual([1, 2, 3, 4, 5]);
  });

  it('resumes after a loss without gap or repetition', () => {
    live();
    environment.last.end(1006);
    expect(statuses.at(-1)).toEqual({ state: 'waiting', reason: 'LOST', attempt: 0, retryAtMs: START_MS + 500 });
    vi.advanceTimersByTime(499);
    expect(environment.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(environment.last.query).toEqual({ from: '4' });
    environment.last.send(start(4));
    environment.last.send(events(2, 6));
    expect(heard).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('goes back to its position at a gap, and passes nothing on of what came after it', () => {
    live();
    environment.last.send(events(5, 6));
    expect(heard).toEqual([1, 2, 3]);
    expect(environment.last.isClosed).toBe(true);
    vi.advanceTimersByTime(500);
    expect(environment.last.query).toEqual({ from: '4' });
  });

  it('goes back at a gap within a batch', () => {
    live();
    environment.last.send({ kind: 'events', next: 8, events: [{ sequence: 4 }, { sequence: 6 }] });
    expect(heard).toEqual([1, 2, 3]);
    expect(statuses.at(-1)?.state).toBe('waiting');
  });

  it('goes back when the server believes to have sent more', () => {
    live();
    environment.last.send({ kind: 'alive', next: 7 });
    expect(statuses.at(-1)?.state).toBe('waiting');
  });

  it('drops repeated events', () => {
    live();
    environment.last.send(events(1, 3));
    environment.last.send(events(3, 4));
    expect(heard).toEqual([1, 2, 3, 4]);
  });

  it('moves its position only after its listener had the events', () => {
    live();
    onEvents = () => {
      throw new Error('no');
    };
    expect(() => environment.last.send(events(4, 4))).toThrow('no');
    expect(statuses.at(-1)).toEqual({ state: 'closed', reason: 'STOPPED' });
    onEvents = (list) => heard.push(...list.map((event) => event.sequence));
    vi.advanceTimersByTime(60_000);
    expect(environment.sockets).toHaveLength(1);
  });

  it('does not hear what an older socket still says', () => {
    live();
    const older = environment.last;
    older.end(1006);
    vi.advanceTimersByTime(500);
    const newer = environment.last;
    older.send(events(4, 9));
    older.end(1000);
    expect(heard).toEqual([1, 2, 3]);
    expect(statuses.at(-1)).toEqual({ state: 'connecting', attempt: 1 });
    newer.send(start(4));
    newer.send(events(4, 4));
    expect(heard).toEqual([1, 2, 3, 4]);
  });

  it('ignores kinds of frames that it does not know', () => {
    live();
    environment.last.send({ kind: 'weather' });
    expect(statuses.at(-1)).toEqual({ state: 'live' });
  });

  it.each([['no JSON', '{'], ['bytes', new ArrayBuffer(2)], ['no frame', '[]']])('comes again after %s', (_, data) => {
    live();
    environment.last.sendRaw(data);
    expect(statuses.at(-1)).toMatchObject({ state: 'waiting', reason: 'LOST' });
  });
});

describe('a feed that cannot be reached', () => {
  it('waits longer and longer, up to 15 s, and numbers its attempts', () => {
    started();
    const delaysMs: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt++) {
      expect(statuses.at(-1)).toEqual({ state: 'connecting', attempt });
      environment.last.end(1006);
      const status = statuses.at(-1);
      const delayMs = status?.state === 'waiting' ? status.retryAtMs - Date.now() : 0;
      delaysMs.push(delayMs);
      vi.advanceTimersByTime(delayMs);
    }
    expect(delaysMs).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it('waits for any part of that, as chance will have it', () => {
    environment.chance = 0.25;
    started();
    environment.last.end(1006);
    expect(statuses.at(-1)).toMatchObject({ retryAtMs: START_MS + 125 });
  });

  it('begins anew once a connection has brought something', () => {
    started();
    for (const delayMs of [500, 1_000, 2_000]) {
      environment.last.end(1006);
      vi.advanceTimersByTime(delayMs);
    }
    environment.last.send(start(1));
    environment.last.end(1006);
    expect(statuses.at(-1)).toMatchObject({ retryAtMs: Date.now() + 4_000 });
    vi.advanceTimersByTime(4_000);
    environment.last.send(start(1));
    environment.last.send(events(1, 1));
    environment.last.end(1006);
    expect(statuses.at(-1)).toMatchObject({ retryAtMs: Date.now() + 500 });
  });

  it('gives up a connection that does not come about within 8 s', () => {
    started();
    vi.advanceTimersByTime(7_999);
    expect(environment.last.isClosed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(environment.last.isClosed).toBe(true);
    expect(statuses.at(-1)).toMatchObject({ state: 'waiting', reason: 'LOST' });
  });

  it('takes silence of 25 s for a loss', () => {
    live();
    vi.advanceTimersByTime(24_000);
    environment.last.send({ kind: 'alive', next: 4 });
    vi.advanceTimersByTime(24_999);
    expect(statuses.at(-1)).toEqual({ state: 'live' });
    vi.advanceTimersByTime(1);
    expect(statuses.at(-1)).toMatchObject({ state: 'waiting', reason: 'LOST' });
  });

  it('says that it is offline, and comes at once when the network is back', () => {
    live();
    environment.online = false;
    environment.last.end(1006);
    expect(statuses.at(-1)).toMatchObject({ state: 'waiting', reason: 'OFFLINE' });
    environment.setOnline(true);
    expect(environment.sockets).toHaveLength(2);
    vi.advanceTimersByTime(500);
    expect(environment.sockets).toHaveLength(2);
  });

  it('tries without a network as well: the server may be on the same machine', () => {
    live();
    environment.online = false;
    environment.last.end(1006);
    vi.advanceTimersByTime(500);
    expect(environment.sockets).toHaveLength(2);
  });

  it('tells when the network goes while it waits', () => {
    live();
    environment.last.end(1006);
    environment.setOnline(false);
    expect(statuses.at(-1)).toMatchObject({ state: 'waiting', reason: 'OFFLINE', retryAtMs: START_MS + 500 });
  });
});

describe('an end that the server gives a reason for', () => {
  it.each([
    [1001, 'SERVER_RESTARTS'],
    [1012, 'SERVER_RESTARTS'],
    [1013, 'TOO_SLOW'],
    [4429, 'TOO_MANY_STREAMS'],
    [4503, 'UNAVAILABLE'],
    [4999, 'LOST'],
  ])('%i: it comes again', (code, reason) => {
    live();
    environment.last.end(code);
    expect(statuses.at(-1)).toMatchObject({ state: 'waiting', reason });
    vi.advanceTimersByTime(500);
    expect(environment.last.query).toEqual({ from: '4' });
  });

  it.each([
    [1000, 'OVER'],
    [4400, 'NEWER_SERVER'],
    [4404, 'UNKNOWN_GAME'],
    [4308, 'MOVED_TO_HISTORY'],
  ])('%i: it does not', (code, reason) => {
    live();
    environment.last.end(code);
    expect(statuses.at(-1)).toEqual({ state: 'closed', reason });
    vi.advanceTimersByTime(60_000);
    expect(environment.sockets).toHaveLength(1);
  });

  it('says that the server is newer when the listener does not know an event', () => {
    live();
    onEvents = () => {
      throw new UnknownEventError('PlanetMoved');
    };
    environment.last.send(events(4, 4));
    expect(statuses.at(-1)).toEqual({ state: 'closed', reason: 'NEWER_SERVER' });
    expect(environment.last.isClosed).toBe(true);
  });
});

describe('a feed that is stopped', () => {
  it('is closed, hears nothing more and comes no more', () => {
    const feed = live();
    feed.stop();
    environment.last.send(events(4, 4));
    environment.last.end(1006);
    vi.advanceTimersByTime(60_000);
    environment.setOnline(true);
    expect(heard).toEqual([1, 2, 3]);
    expect(statuses.at(-1)).toEqual({ state: 'closed', reason: 'STOPPED' });
    expect(environment.sockets).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('can be stopped by its listener while it has events', () => {
    const feed = live();
    onEvents = () => feed.stop();
    environment.last.send(events(4, 4));
    expect(statuses.at(-1)).toEqual({ state: 'closed', reason: 'STOPPED' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the server\'s clock', () => {
  it('is that of the message that was on its way the shortest', () => {
    started();
    const frame = (aheadMs: number) => ({ ...start(1), time: new Date(START_MS + aheadMs).toISOString() });
    environment.last.send(frame(2_000));
    environment.last.send(frame(1_200));
    environment.last.send(frame(2_100));
    expect(offsets).toEqual([2_000, 2_000, 2_100]);
  });
});
