import { describe, expect, it } from 'vitest';
import { ClockOffset } from './ClockOffset';

/** Offsets after messages that were sent by a clock 5 s ahead, and came after some delay. */
function offsets(...messages: [ourTimeMs: number, delayMs: number][]): number[] {
  const clock = new ClockOffset();
  return messages.map(([ourTimeMs, delayMs]) => clock.observe(ourTimeMs - delayMs + 5_000, ourTimeMs));
}

describe('the offset of the server\'s clock', () => {
  it('is by the message that came fastest', () => {
    expect(offsets([0, 300], [1_000, 50], [2_000, 900])).toEqual([4_700, 4_950, 4_950]);
  });

  it('does not fall for messages that were made long before they were sent', () => {
    const old = Array.from({ length: 100 }, (_, index): [number, number] => [index * 10, 600_000 - index * 5_000]);
    expect(new Set(offsets([0, 50], ...old))).toEqual(new Set([4_950]));
  });

  it('forgets a minute after', () => {
    expect(offsets([0, 50], [60_000, 200], [60_001, 300])).toEqual([4_950, 4_950, 4_800]);
  });

  it('recovers when a clock is set', () => {
    const clock = new ClockOffset();
    clock.observe(1_000_000, 0);
    // Ours is set ahead by an hour, and then back.
    expect(clock.observe(1_001_000, 3_600_000)).toBe(-2_599_000);
    expect(clock.observe(1_002_000, 2_000)).toBe(1_000_000);
  });
});
