import { describe, expect, it } from 'vitest';
import { clear, DARK_PALETTE, luminance, playerColour } from './palette';

describe('palette', () => {
  it('tells a dark sky from a light one', () => {
    expect(luminance('#ffffff')).toBeCloseTo(1, 6);
    expect(luminance('#070a11')).toBeLessThan(0.1);
    expect(luminance('rebeccapurple')).toBe(0);
  });

  it('begins the colours anew after eight players', () => {
    expect(playerColour(DARK_PALETTE, 9)).toBe(playerColour(DARK_PALETTE, 1));
  });

  it('fades a colour out without going through grey', () => {
    expect(clear('#56b4e9')).toBe('#56b4e900');
  });
});
