import { describe, expect, it } from 'vitest';
import { emptyState } from './evolve';
import type { Moment, MomentKind } from './moments';
import { recording } from './testing/fixtures';
import { Timeline } from './Timeline';
import { marksOf } from './TimelineMarks';

const at = (timeMs: number, kind: MomentKind = 'KILL'): Moment => ({ kind, timeMs, sequence: timeMs });
/** A pixel for each ms. */
const drawn = (...moments: Moment[]) => marksOf(moments, (timeMs) => timeMs).map(({ moment, others }) => [moment.timeMs, ...others.map((other) => other.timeMs)]);

describe('the marks of a time line', () => {
  it('are one for each moment as long as there is room', () => {
    expect(drawn(at(0), at(9), at(18))).toEqual([[0], [9], [18]]);
  });

  it('are one for all that happens where the first one is drawn', () => {
    expect(drawn(at(0), at(4), at(8), at(9), at(16))).toEqual([[0, 4, 8], [9, 16]]);
  });

  it('are those of what is bigger where kinds meet, whichever came first', () => {
    expect(drawn(at(10, 'DEPLETION'), at(14, 'ELIMINATION'), at(16, 'KILL'))).toEqual([[14, 16, 10]]);
  });

  it('never cover each other, and lose no moment of a long game', () => {
    const { events } = recording('match');
    const timeline = new Timeline(emptyState(events[0]?.gameId ?? ''));
    timeline.append(events);
    const { moments, firstMs, lastMs } = timeline;
    const marks = marksOf(moments, (timeMs) => (300 * (timeMs - firstMs)) / (lastMs - firstMs));
    const places = marks.map((mark) => mark.placePx).sort((one, other) => one - other);
    expect(places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) >= 9)).toBe(true);
    const told = marks.flatMap((mark) => [mark.moment, ...mark.others]);
    expect(told.sort((one, other) => moments.indexOf(one) - moments.indexOf(other))).toEqual(moments);
  });
});
