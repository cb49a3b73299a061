import type { EventOf, GameEvent } from '../game/events';

/** What the rules allow on a side. A map of a file may say anything, and a page that draws a billion tiles hangs. */
const LEAST_TILES = 2;
const MOST_TILES = 200;

/** Whether an event makes no map, or one that there can be. */
export function hasPossibleMap(event: GameEvent): boolean {
  switch (event.type) {
    case 'GameCreated':
      return isPossibleSize(event.map);
    case 'MapInstantiated':
      return isPossibleSize(event) && [event.gravity, event.structure].every((tiles) => atob(tiles).length === event.width * event.height) && areInside(event);
    default:
      return true;
  }
}

function isPossibleSize({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return [width, height].every((tiles) => Number.isInteger(tiles) && tiles >= LEAST_TILES && tiles <= MOST_TILES);
}

function areInside({ width, height, contents }: EventOf<'MapInstantiated'>): boolean {
  return contents.every(({ tile: { x, y } }) => Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 && x < width && y < height);
}
