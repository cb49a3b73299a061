interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** So far from the pointer, which would else cover it. */
const DISTANCE_PX = 14;

/** Where the corner of a tip goes: right of the pointer and below it, or on the other side where that would leave the frame. */
export function tipPlace(pointer: Point, tip: Size, frame: Size): Point {
  return {
    x: alongOne(pointer.x, tip.width, frame.width),
    y: alongOne(pointer.y, tip.height, frame.height),
  };
}

function alongOne(pointer: number, tip: number, frame: number): number {
  const after = pointer + DISTANCE_PX;
  const before = pointer - DISTANCE_PX - tip;
  if (after + tip <= frame) {
    return after;
  }
  return before >= 0 ? before : Math.max(0, frame - tip);
}
