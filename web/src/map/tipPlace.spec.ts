import { describe, expect, it } from 'vitest';
import { tipPlace } from './tipPlace';

const tip = { width: 100, height: 40 };
const frame = { width: 400, height: 300 };

describe('a tip', () => {
  it.each([
    ['is right of the pointer and below it', { x: 50, y: 50 }, { x: 64, y: 64 }],
    ['flips to the left at the right edge', { x: 390, y: 50 }, { x: 276, y: 64 }],
    ['flips up at the bottom', { x: 50, y: 290 }, { x: 64, y: 236 }],
    ['flips both ways in the corner', { x: 390, y: 290 }, { x: 276, y: 236 }],
    ['stays right as long as it just fits', { x: 286, y: 246 }, { x: 300, y: 260 }],
  ])('%s', (_, pointer, place) => {
    expect(tipPlace(pointer, tip, frame)).toEqual(place);
  });

  it('stays within a frame that has room on neither side', () => {
    expect(tipPlace({ x: 60, y: 20 }, tip, { width: 120, height: 50 })).toEqual({ x: 20, y: 10 });
    expect(tipPlace({ x: 60, y: 20 }, tip, { width: 80, height: 30 })).toEqual({ x: 0, y: 0 });
  });
});
