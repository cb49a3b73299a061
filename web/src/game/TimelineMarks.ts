import type { Moment, MomentKind } from './moments';

/** A mark on a time line, and what else happened so near that its own mark would lie on this one. */
export interface TimelineMark {
  readonly moment: Moment;
  readonly placePx: number;
  readonly others: readonly Moment[];
}

/** The biggest first; where marks meet the bigger one is drawn. */
const BIGGEST_FIRST: readonly MomentKind[] = ['END', 'START', 'ELIMINATION', 'LEAD_CHANGE', 'KILL', 'DEATH', 'DEPLETION', 'DISCOVERY'];

/** Nearer than this two marks smear into one. */
const MARK_PX = 9;

/** The marks for moments, of which none covers another one however many there are. */
export function marksOf(moments: readonly Moment[], placePxOf: (timeMs: number) => number): readonly TimelineMark[] {
  const marks: { moment: Moment; placePx: number; others: Moment[] }[] = [];
  for (const kind of BIGGEST_FIRST) {
    for (const moment of moments) {
      if (moment.kind !== kind) continue;
      const placePx = placePxOf(moment.timeMs);
      const near = marks.find((mark) => Math.abs(mark.placePx - placePx) < MARK_PX);
      if (near) near.others.push(moment);
      else marks.push({ moment, placePx, others: [] });
    }
  }
  return marks;
}
