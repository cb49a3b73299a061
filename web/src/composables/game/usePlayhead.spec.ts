import { describe, expect, it } from 'vitest';
import { SPEEDS } from './PlayheadClock';
import { isFollowable } from './usePlayhead';

describe('what changes', () => {
  const at = { nowMs: 0, playing: true } as const;

  it('may take its time up to double speed, and is exact at once beyond', () => {
    expect(SPEEDS.filter((speed) => isFollowable({ ...at, live: false, speed }))).toEqual([0.5, 1, 2]);
  });

  it('may take its time live', () => {
    expect(isFollowable({ ...at, live: true, speed: 1 })).toBe(true);
  });
});
