import { describe, expect, it } from 'vitest';
import { FAN_OUT_LIMIT, fanOut } from './fanOut';

const counts = Array.from({ length: FAN_OUT_LIMIT }, (_, index) => index + 1);

describe('fanOut', () => {
  it('puts a single robot into the middle of an empty tile', () => {
    expect([...fanOut(1, false).dx, ...fanOut(1, false).dy].map(Math.abs)).toEqual([0, 0]);
  });

  it('keeps the middle of a tile free that holds something', () => {
    for (const count of counts) {
      const { dx, dy } = fanOut(count, true);
      expect(Math.min(...dx.map((x, index) => Math.hypot(x, dy[index] ?? 0)))).toBeGreaterThan(0.25);
    }
  });

  it.each([true, false])('gives every robot a place of its own within the tile (holds something: %s)', (holdsSomething) => {
    for (const count of counts) {
      const { dx, dy, size } = fanOut(count, holdsSomething);
      expect(dx).toHaveLength(count);
      for (let one = 0; one < count; one++) {
        expect(Math.hypot(dx[one] ?? 0, dy[one] ?? 0)).toBeLessThan(0.5);
        for (let other = 0; other < one; other++) {
          const distance = Math.hypot((dx[one] ?? 0) - (dx[other] ?? 0), (dy[one] ?? 0) - (dy[other] ?? 0));
          expect(distance).toBeGreaterThan(size * 0.75);
        }
      }
    }
  });

  it('lets nobody move around a mine when one more arrives, up to eight', () => {
    const [four, five] = [fanOut(4, true), fanOut(5, true)];
    expect([...five.dx.slice(0, 4)]).toEqual([...four.dx]);
    expect([...five.dy.slice(0, 4)]).toEqual([...four.dy]);
  });
});
