import { describe, expect, it } from 'vitest';
import { movesAlong } from './orders';
import { nearestStation, routeTo, routeToNearest } from './routes';
import { mapOf, runningGame } from './testing/world';
import { directionBetween } from './tiles';

const at = (x: number, y: number) => ({ x, y });

describe('a way', () => {
  it('has the fewest steps, diagonals included', () => {
    expect(routeTo(mapOf('1111', '1111', '1111'), at(0, 0), at(3, 2))).toHaveLength(3);
  });

  it('goes around voids', () => {
    const map = mapOf('11111', '1###1', '11#11');
    expect(routeTo(map, at(1, 0), at(3, 0))).toEqual([at(0, 1), at(1, 2), at(2, 2), at(3, 2), at(4, 1), at(3, 0)]);
  });

  it('takes the least gravity among ways of the same length', () => {
    expect(routeTo(mapOf('111', '131', '333'), at(0, 1), at(2, 1))).toEqual([at(1, 2), at(2, 1)]);
    expect(routeTo(mapOf('333', '131', '111'), at(0, 1), at(2, 1))).toEqual([at(1, 0), at(2, 1)]);
  });

  it('is not longer for the sake of gravity', () => {
    expect(routeTo(mapOf('11111', '13331'), at(0, 0), at(4, 0))).toHaveLength(4);
  });

  it('avoids black holes, unless one is where it leads', () => {
    const map = mapOf('1B1', '1#1', '111');
    expect(routeTo(map, at(0, 2), at(2, 2))).toEqual([at(0, 1), at(1, 0), at(2, 1), at(2, 2)]);
    expect(routeTo(map, at(0, 2), at(1, 2))).toEqual([at(1, 2)]);
  });

  it('leads out of a black hole in which a robot has survived', () => {
    expect(routeTo(mapOf('B11'), at(0, 0), at(2, 0))).toEqual([at(1, 0), at(2, 0)]);
  });

  it('is empty to where there is none, into a void, over the edge, and to the same tile', () => {
    const map = mapOf('1#1');
    expect([at(2, 0), at(1, 0), at(3, 0), at(0, 0)].map((to) => routeTo(map, at(0, 0), to))).toEqual([[], [], [], []]);
  });

  it('is given as orders of a step each', () => {
    expect(movesAlong('r', at(0, 0), [at(1, 1), at(1, 0)])).toEqual([
      { type: 'MoveRobot', robotId: 'r', direction: 'NE' },
      { type: 'MoveRobot', robotId: 'r', direction: 'S' },
    ]);
    expect(() => movesAlong('r', at(0, 0), [at(2, 0)])).toThrow();
  });
});

describe('the nearest station', () => {
  it('is the one with the shortest way, not the one as the crow flies', () => {
    const state = runningGame(mapOf('S#11111', '1#1####', '1111111', '#####1S'));
    expect(nearestStation(state, at(2, 3))?.tile).toEqual(at(0, 3));
    expect(nearestStation(state, at(4, 1))?.tile).toEqual(at(6, 0));
  });

  it('is where one stands already, without a way', () => {
    expect(nearestStation(runningGame(mapOf('S1S')), at(2, 0))).toEqual({ tile: at(2, 0), route: [] });
  });

  it('is none if none can be reached', () => {
    expect(nearestStation(runningGame(mapOf('1#S')), at(0, 0))).toBeNull();
  });

  it('of two as near is that with less gravity before it', () => {
    const map = mapOf('31113');
    expect(routeToNearest(map, at(2, 0), [at(0, 0), at(4, 0)])?.tile).toEqual(at(0, 0));
    expect(routeToNearest(mapOf('31111'), at(2, 0), [at(0, 0), at(4, 0)])?.tile).toEqual(at(4, 0));
  });
});

it('a direction leads to a tile that touches', () => {
  expect(directionBetween(at(1, 1), at(0, 2))).toBe('NW');
  expect(directionBetween(at(1, 1), at(1, 1))).toBeNull();
  expect(directionBetween(at(1, 1), at(3, 1))).toBeNull();
});
