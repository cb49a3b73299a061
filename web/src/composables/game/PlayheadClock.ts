/** Where the playhead may go, in game time. */
export interface PlayheadRange {
  readonly firstMs: number;
  /** The last moment there is anything to show for. */
  readonly lastMs: number;
  /** The moment that is live now; null when nothing is to come any more. */
  readonly liveMs: number | null;
}

export const SPEEDS = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;
export type Speed = (typeof SPEEDS)[number];

export interface PlayheadPosition {
  readonly nowMs: number;
  /** The view stays with what happens now. */
  readonly live: boolean;
  readonly playing: boolean;
  readonly speed: Speed;
}

/** How near to live a playing view must come to be live again. */
const CATCH_UP_MS = 50;

/**
 * Where the playhead is after some time on the clock of the wall. Live it stays with the live moment and never goes back; playing it comes
 * to live, or stops at the end.
 */
export function advance(at: PlayheadPosition, elapsedMs: number, range: PlayheadRange): PlayheadPosition {
  if (at.live) {
    return range.liveMs === null
      ? { ...at, live: false, playing: false, nowMs: range.lastMs }
      : { ...at, nowMs: Math.max(at.nowMs, range.liveMs) };
  }
  if (!at.playing) return at;
  const nowMs = at.nowMs + elapsedMs * at.speed;
  if (range.liveMs !== null && nowMs >= range.liveMs - CATCH_UP_MS) {
    return { ...at, nowMs: range.liveMs, live: true, speed: 1 };
  }
  return nowMs >= range.lastMs && range.liveMs === null ? { ...at, nowMs: range.lastMs, playing: false } : { ...at, nowMs };
}

/** The playhead at a moment that somebody chose; what is later than live is live. */
export function movedTo(at: PlayheadPosition, timeMs: number, range: PlayheadRange): PlayheadPosition {
  const endMs = range.liveMs ?? range.lastMs;
  if (range.liveMs !== null && timeMs >= endMs) return { ...at, live: true, playing: true, speed: 1, nowMs: endMs };
  return { ...at, live: false, nowMs: Math.max(range.firstMs, Math.min(timeMs, endMs)) };
}

/** Play or pause; play at the end begins anew. */
export function toggled(at: PlayheadPosition, range: PlayheadRange): PlayheadPosition {
  if (at.live || at.playing) return { ...at, live: false, playing: false };
  const atEnd = range.liveMs === null && at.nowMs >= range.lastMs;
  return { ...at, playing: true, nowMs: atEnd ? range.firstMs : at.nowMs };
}

export function otherSpeed(speed: Speed, steps: number): Speed {
  const index = SPEEDS.indexOf(speed) + steps;
  return SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, index))] ?? speed;
}
