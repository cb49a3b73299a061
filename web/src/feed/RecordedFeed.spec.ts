import { expect, it, vi } from 'vitest';
import type { GameEvent } from '../game/events';
import { UnknownEventError } from '../game/evolve';
import { recording } from '../game/testing/fixtures';
import type { FeedStatus } from './FeedSource';
import { RecordedFeed } from './RecordedFeed';

const { events } = recording('match');

function given(list: readonly GameEvent[], onEvents: (batch: readonly GameEvent[]) => void): { statuses: FeedStatus[]; feed: RecordedFeed } {
  const statuses: FeedStatus[] = [];
  const feed = new RecordedFeed(list);
  feed.start({ onEvents, onStatus: (status) => statuses.push(status), onClock: () => undefined });
  return { statuses, feed };
}

it('gives all events in order, in batches, and is over', async () => {
  const long = [...events, ...events, ...events];
  const batches: (readonly GameEvent[])[] = [];
  const { statuses } = given(long, (batch) => batches.push(batch));
  await vi.waitFor(() => expect(statuses.at(-1)).toEqual({ state: 'closed', reason: 'OVER' }));
  expect(batches.length).toBe(3);
  expect(batches.flat()).toEqual(long);
});

it('says that the recording is newer than the page', () => {
  const { statuses } = given(events, () => {
    throw new UnknownEventError('PlanetMoved');
  });
  expect(statuses.at(-1)).toEqual({ state: 'closed', reason: 'NEWER_SERVER' });
});

it('stops when it is told to', async () => {
  const batches: (readonly GameEvent[])[] = [];
  const { statuses, feed } = given([...events, ...events], (batch) => batches.push(batch));
  feed.stop();
  await vi.waitFor(() => expect(statuses.at(-1)).toEqual({ state: 'closed', reason: 'STOPPED' }));
  expect(batches).toHaveLength(1);
});
