import type { PlayheadPosition } from './PlayheadClock';
import type { GameSession } from './useGame';

/** A recording is watched faster than it was played. */
const RECORDING_SPEED = 4;

/** The moment of a link in ms since the start: whole digits, so that what is mistyped leads nowhere rather than elsewhere. */
export function momentOfLink(at: unknown): number | null {
  return typeof at === 'string' && /^\d{1,15}$/.test(at) ? Number(at) : null;
}

/** Where a view begins: at the moment of a link, live, at the start of a recording, or at the end of a game that is over. */
export function startPosition(session: GameSession, atMs: number | null, reducedMotion: boolean): PlayheadPosition {
  const { firstMs, lastMs, liveMs } = session.range();
  if (atMs !== null) return { nowMs: Math.min(session.startMs.value + atMs, liveMs ?? lastMs), live: false, playing: false, speed: 1 };
  if (liveMs !== null) return { nowMs: liveMs, live: true, playing: true, speed: 1 };
  return session.isRecorded
    ? { nowMs: Math.max(firstMs, session.startMs.value - 500), live: false, playing: !reducedMotion, speed: RECORDING_SPEED }
    : { nowMs: lastMs, live: false, playing: false, speed: 1 };
}
