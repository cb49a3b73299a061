import { describe, expect, it } from 'vitest';
import { emptyState } from '../../game/evolve';
import { recording } from '../../game/testing/fixtures';
import { Timeline } from '../../game/Timeline';
import { lastVisible } from './useVisibleEvents';
import { ALL_KINDS, kindOf } from './words';

const { events } = recording('pocket');
const timeline = new Timeline(emptyState(events[0]?.gameId ?? ''));
timeline.append(events);
const fights = events.filter((event) => kindOf(event) === 'fights').reverse();

describe('the stream of events', () => {
  it('has the newest of a kind first, and says whether there are more', () => {
    const few = lastVisible(timeline, timeline.lastMs, '', new Set(['fights']), 3);
    expect(few).toEqual({ events: fights.slice(0, 3), hasMore: true });
    const all = lastVisible(timeline, timeline.lastMs, '', new Set(['fights']), fights.length);
    expect(all).toEqual({ events: fights, hasMore: false });
  });

  it('has those of one player', () => {
    const playerId = fights[0]?.playerId ?? '';
    const own = lastVisible(timeline, timeline.lastMs, playerId, new Set(ALL_KINDS), events.length);
    expect(own.events).toEqual(events.filter((event) => event.playerId === playerId).reverse());
  });

  it('ends at the playhead', () => {
    const untilMs = Date.parse(events[99]?.time ?? '');
    expect(lastVisible(timeline, untilMs, '', new Set(ALL_KINDS), events.length).events).toEqual(
      events.filter((event) => Date.parse(event.time) <= untilMs).reverse(),
    );
  });
});
