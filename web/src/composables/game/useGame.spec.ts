import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { fetchEvents, fetchSnapshot } from '../../api/stream';
import type { GameEvent } from '../../game/events';
import { folded, recording } from '../../game/testing/fixtures';
import { useLiveGame, type GameSession } from './useGame';

vi.mock('../../api/stream');
vi.mock('../../feed/LiveFeed');

const { events } = recording('pocket');
const gameId = events[0]?.gameId ?? '';
const SEEN = 200;

let scope: EffectScope;
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.mocked(fetchSnapshot).mockResolvedValue(folded(events.slice(0, SEEN)));
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

function opened(): GameSession {
  const session = scope.run(() => useLiveGame(gameId));
  if (session === undefined) throw new Error('The scope has ended');
  return session;
}

/** Batches of 90, up to events that the snapshot has not. */
async function wholePast(_: string, __: number, onBatch: (batch: readonly GameEvent[]) => void): Promise<void> {
  for (let from = 0; from < SEEN + 50; from += 90) {
    onBatch(events.slice(from, from + 90));
    await Promise.resolve();
  }
}

describe('the past of a game that is opened in its middle', () => {
  it('is filled in up to the snapshot; the rest comes by the feed', async () => {
    vi.mocked(fetchEvents).mockImplementation(wholePast);
    const session = opened();
    await vi.waitFor(() => expect(session.timeline.kept).toEqual(events.slice(0, SEEN)));
    expect(session.pastState.value).toBe('complete');
    expect(session.timeline.isComplete).toBe(true);
  });

  it('can be read again when it has failed', async () => {
    vi.mocked(fetchEvents).mockRejectedValueOnce(new Error('lost')).mockImplementation(wholePast);
    const session = opened();
    await vi.waitFor(() => expect(session.pastState.value).toBe('failed'));
    expect(session.timeline.isComplete).toBe(false);
    session.retryPast();
    session.retryPast();
    await vi.waitFor(() => expect(session.pastState.value).toBe('complete'));
    expect(session.timeline.kept).toEqual(events.slice(0, SEEN));
    expect(fetchEvents).toHaveBeenCalledTimes(2);
  });
});
