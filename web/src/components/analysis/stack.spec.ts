import { describe, expect, it } from 'vitest';
import { labelRoomPx, stack, ticks } from './stack';

describe('stack', () => {
  it('sums up in bars of equal time, one series upon the other', () => {
    const sales = [
      { atMs: 100, series: 'b', amount: 5 },
      { atMs: 140, series: 'a', amount: 2 },
      { atMs: 149, series: 'b', amount: 1 },
      { atMs: 150, series: 'a', amount: 7 },
    ];
    expect(stack(sales, ['a', 'b'], 100, 200, 2)).toEqual([
      {
        fromMs: 100,
        toMs: 150,
        total: 8,
        segments: [
          { series: 'a', from: 0, to: 2 },
          { series: 'b', from: 2, to: 8 },
        ],
      },
      { fromMs: 150, toMs: 200, total: 7, segments: [{ series: 'a', from: 0, to: 7 }] },
    ]);
  });

  it('leaves out what lies before and after', () => {
    const sales = [
      { atMs: 99, series: 'a', amount: 1 },
      { atMs: 200, series: 'a', amount: 1 },
    ];
    expect(stack(sales, ['a'], 100, 200, 1)).toEqual([{ fromMs: 100, toMs: 200, total: 0, segments: [] }]);
  });
});

describe('ticks', () => {
  it.each([
    [0, [0]],
    [3, [0, 1, 2, 3]],
    [97, [0, 50, 100]],
    [1_200, [0, 500, 1_000, 1_500]],
    [40_000, [0, 20_000, 40_000]],
  ])('reach %i by round steps', (maximum, expected) => {
    expect(ticks(maximum, 3)).toEqual(expected);
  });
});

describe('labelRoomPx', () => {
  it('has room for the widest label, in whichever language', () => {
    const german = new Intl.NumberFormat('de-DE', { notation: 'compact' });
    expect(labelRoomPx([0, 100_000, 200_000].map((value) => german.format(value)))).toBe(53);
    expect(labelRoomPx(['0', '100K', '200K'])).toBe(30);
    expect(labelRoomPx([])).toBe(0);
  });
});
