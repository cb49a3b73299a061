import { shallowRef, type ShallowRef } from 'vue';
import type { MomentKind } from '../../game/moments';
import type { Playhead } from './usePlayhead';
import type { SelectionModel } from './useSelection';
import type { GameSession } from './useGame';
import { neighbourMoment } from './moments';

export interface Stepping {
  readonly momentKind: ShallowRef<MomentKind | null>;
  /** To the next or the previous event. */
  event(step: 1 | -1): void;
  /** To the next or the previous moment of interest. */
  moment(step: 1 | -1): void;
}

/** A little before the moment, so that it is seen to happen. */
const LEAD_IN_MS = 600;
const SEARCH_MS = 120_000;

export function useStepping(session: GameSession, playhead: Playhead, selection: SelectionModel): Stepping {
  const momentKind = shallowRef<MomentKind | null>(null);
  let reachedMs: number | null = null;

  return {
    momentKind,
    event: (step) => {
      const { nowMs } = playhead.position.value;
      playhead.pause();
      const around = step > 0 ? session.timeline.eventsBetween(nowMs, nowMs + SEARCH_MS) : session.timeline.eventsBetween(nowMs - SEARCH_MS, nowMs - 1);
      const event = step > 0 ? around[0] : around.at(-1);
      if (event) playhead.moveTo(Date.parse(event.time));
    },
    moment: (step) => {
      const { nowMs } = playhead.position.value;
      // After a jump the playhead is before the moment; the next one is counted from the moment itself.
      const near = reachedMs !== null && Math.abs(nowMs - reachedMs) < LEAD_IN_MS + 50 ? reachedMs : nowMs;
      const moment = neighbourMoment(session.moments.value, near, step, momentKind.value);
      if (!moment) return;
      reachedMs = moment.timeMs;
      playhead.moveTo(moment.timeMs - LEAD_IN_MS);
      if (moment.tile) selection.select({ kind: 'tile', tile: moment.tile });
    },
  };
}
