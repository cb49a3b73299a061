import { describe, expect, it } from 'vitest';
import { advance, movedTo, otherSpeed, toggled, type PlayheadPosition, type PlayheadRange } from './PlayheadClock';

const running: PlayheadRange = { firstMs: 1_000, lastMs: 9_000, liveMs: 9_500 };
const over: PlayheadRange = { firstMs: 1_000, lastMs: 9_000, liveMs: null };
const live: PlayheadPosition = { nowMs: 9_400, live: true, playing: true, speed: 1 };
const playing: PlayheadPosition = { nowMs: 2_000, live: false, playing: true, speed: 4 };

describe('the playhead', () => {
  it('stays with the live moment and never goes back', () => {
    expect(advance(live, 16, running).nowMs).toBe(9_500);
    expect(advance({ ...live, nowMs: 9_600 }, 16, running).nowMs).toBe(9_600);
  });

  it('stops at the last event when the game is over', () => {
    expect(advance(live, 16, over)).toEqual({ nowMs: 9_000, live: false, playing: false, speed: 1 });
  });

  it('plays at its speed', () => {
    expect(advance(playing, 100, running).nowMs).toBe(2_400);
  });

  it('is live again once it has caught up, at the speed of the game', () => {
    expect(advance({ ...playing, nowMs: 9_300 }, 100, running)).toEqual({ nowMs: 9_500, live: true, playing: true, speed: 1 });
  });

  it('stands while it is paused', () => {
    const paused = { ...playing, playing: false };
    expect(advance(paused, 1_000, running)).toBe(paused);
  });

  it('stays where somebody moved it, within the game', () => {
    expect(movedTo(live, 3_000, running)).toEqual({ nowMs: 3_000, live: false, playing: true, speed: 1 });
    expect(movedTo(live, 0, running).nowMs).toBe(1_000);
    expect(movedTo(playing, 20_000, over).nowMs).toBe(9_000);
  });

  it('is live when it is moved past the live moment', () => {
    expect(movedTo(playing, 20_000, running)).toEqual({ nowMs: 9_500, live: true, playing: true, speed: 1 });
  });

  it('pauses from live and plays on from there', () => {
    const paused = toggled(live, running);
    expect(paused).toEqual({ nowMs: 9_400, live: false, playing: false, speed: 1 });
    expect(toggled(paused, running).playing).toBe(true);
  });

  it('begins anew when played at the end', () => {
    expect(toggled({ nowMs: 9_000, live: false, playing: false, speed: 2 }, over)).toEqual({ nowMs: 1_000, live: false, playing: true, speed: 2 });
  });

  it('keeps its speed within the list', () => {
    expect(otherSpeed(1, 1)).toBe(2);
    expect(otherSpeed(64, 1)).toBe(64);
    expect(otherSpeed(0.5, -1)).toBe(0.5);
  });
});
