/** How many robots fan out on a tile; where there are more, they are counted. */
export const FAN_OUT_LIMIT = 20;

/** Where robots stand on their tile: offsets from its centre and the robot's size, all in tiles. */
export interface FanOut {
  readonly dx: Float32Array;
  readonly dy: Float32Array;
  readonly size: number;
}

interface Ring {
  readonly places: number;
  readonly radius: number;
}

/**
 * Places for `count` robots. Where the tile holds something, they stand around it, so that it stays recognisable.
 * The same count always has the same places.
 */
export function fanOut(count: number, holdsSomething: boolean): FanOut {
  const table = holdsSomething ? AROUND : FREE;
  const index = Math.min(Math.max(count, 1), FAN_OUT_LIMIT);
  return table[index - 1] ?? SINGLE;
}

function free(count: number): FanOut {
  if (count === 1) {
    return rings(0.46, [{ places: 1, radius: 0 }]);
  }
  if (count <= 4) {
    return rings(0.3, [{ places: count, radius: 0.2 }]);
  }
  if (count <= 8) {
    return rings(0.23, [{ places: count, radius: 0.29 }]);
  }
  return rings(0.17, [
    { places: Math.round(count * 0.36), radius: 0.16 },
    { places: count - Math.round(count * 0.36), radius: 0.35 },
  ]);
}

function around(count: number): FanOut {
  if (count <= 8) {
    // Eight fixed places, the lower one last, since a mine's number is written there.
    const order = [1, 3, 0, 4, 2, 7, 5, 6];
    return fromAngles(0.24, order.slice(0, count).map((place) => ({ angle: (place * Math.PI) / 4, radius: 0.38 })));
  }
  return rings(0.17, [{ places: 8, radius: 0.26 }, { places: count - 8, radius: 0.41 }]);
}

function rings(size: number, all: readonly Ring[]): FanOut {
  return fromAngles(
    size,
    all.flatMap(({ places, radius }) =>
      Array.from({ length: places }, (_, place) => ({ angle: Math.PI / 2 - (place * 2 * Math.PI) / places, radius })),
    ),
  );
}

function fromAngles(size: number, places: readonly { readonly angle: number; readonly radius: number }[]): FanOut {
  return {
    dx: Float32Array.from(places, ({ angle, radius }) => Math.cos(angle) * radius),
    dy: Float32Array.from(places, ({ angle, radius }) => Math.sin(angle) * radius),
    size,
  };
}

const counts = Array.from({ length: FAN_OUT_LIMIT }, (_, index) => index + 1);
const FREE: readonly FanOut[] = counts.map(free);
const AROUND: readonly FanOut[] = counts.map(around);
const SINGLE: FanOut = free(1);
