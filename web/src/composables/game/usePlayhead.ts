import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { advance, movedTo, otherSpeed, toggled, type PlayheadPosition, type PlayheadRange, type Speed } from './PlayheadClock';

export interface Playhead {
  /** Published once a frame. */
  readonly position: Readonly<ShallowRef<PlayheadPosition>>;
  moveTo(timeMs: number): void;
  /** Takes over all of a position: the moment, and whether and how fast it plays. */
  show(position: PlayheadPosition): void;
  moveBy(ms: number): void;
  togglePlay(): void;
  pause(): void;
  play(speed?: Speed): void;
  setSpeed(speed: Speed): void;
  changeSpeed(steps: number): void;
  goLive(): void;
  /** Runs after each frame's position is published. */
  onFrame(listener: (position: PlayheadPosition) => void): void;
}

/** The longest step of a frame: a replay stands while nobody sees the page. */
const LONGEST_FRAME_MS = 250;

/** Up to here the eye follows a number that counts and a row that moves; faster they would only be late. */
const FOLLOWED_SPEED = 2;

/** Whether what changes may take a moment to do so. */
export function isFollowable({ live, speed }: PlayheadPosition): boolean {
  return live || speed <= FOLLOWED_SPEED;
}

/** Moves the playhead by the frames of the screen. */
export function usePlayhead(range: () => PlayheadRange, start: PlayheadPosition): Playhead {
  const position = shallowRef(start);
  const listeners: ((position: PlayheadPosition) => void)[] = [];
  let lastFrameMs: number | null = null;
  let frame = requestAnimationFrame(step);

  function step(frameMs: number): void {
    position.value = advance(position.value, lastFrameMs === null ? 0 : Math.min(frameMs - lastFrameMs, LONGEST_FRAME_MS), range());
    lastFrameMs = frameMs;
    for (const listener of listeners) listener(position.value);
    frame = requestAnimationFrame(step);
  }

  onScopeDispose(() => cancelAnimationFrame(frame));

  return {
    position,
    moveTo: (timeMs) => {
      position.value = movedTo(position.value, timeMs, range());
    },
    show: (shown) => {
      position.value = shown;
    },
    moveBy: (ms) => {
      position.value = movedTo(position.value, position.value.nowMs + ms, range());
    },
    togglePlay: () => {
      position.value = toggled(position.value, range());
    },
    pause: () => {
      position.value = { ...position.value, live: false, playing: false };
    },
    play: (speed) => {
      const at = position.value;
      position.value = { ...(at.live || at.playing ? at : toggled(at, range())), speed: speed ?? at.speed };
    },
    setSpeed: (speed) => {
      // Nothing can be faster than live; a slower view falls behind it.
      const at = position.value;
      position.value = at.live && speed < 1 ? { ...at, live: false, playing: true, speed } : { ...at, speed: at.live ? 1 : speed };
    },
    changeSpeed: (steps) => {
      const at = position.value;
      position.value = at.live ? at : { ...at, speed: otherSpeed(at.speed, steps) };
    },
    goLive: () => {
      const { liveMs, lastMs } = range();
      position.value = movedTo(position.value, liveMs ?? lastMs, range());
    },
    onFrame: (listener) => {
      listeners.push(listener);
    },
  };
}
