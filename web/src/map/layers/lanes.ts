import type { GameMap } from '../../game/GameState';
import type { TileRange } from '../Camera';
import { ZOOM, type Projection } from '../frame';
import type { Palette } from '../palette';

const STRAIGHT = [[1, 0], [0, 1]] as const;
const DIAGONAL = [[1, 1], [1, -1]] as const;
/** Below this zoom diagonal lanes would only be noise. */
const LEAST_DIAGONAL_ZOOM = 20;

/** Hyperlanes between neighbouring star systems. */
export function drawLanes(
  context: CanvasRenderingContext2D,
  map: GameMap,
  projection: Projection,
  range: TileRange,
  palette: Palette,
): void {
  const { zoom } = projection;
  if (zoom < ZOOM.plates) {
    return;
  }
  context.strokeStyle = palette.lane;
  context.lineCap = 'butt';
  context.lineWidth = Math.max(1, zoom * 0.035);
  context.globalAlpha = 0.85;
  strokeLanes(context, map, projection, range, STRAIGHT);
  if (zoom >= LEAST_DIAGONAL_ZOOM) {
    context.lineWidth = Math.max(0.75, zoom * 0.02);
    context.globalAlpha = 0.45;
    strokeLanes(context, map, projection, range, DIAGONAL);
  }
  context.globalAlpha = 1;
}

/** Lanes that follow each other in one direction are one line. */
function strokeLanes(
  context: CanvasRenderingContext2D,
  map: GameMap,
  projection: Projection,
  range: TileRange,
  directions: readonly (readonly [number, number])[],
): void {
  const { firstX, lastX, firstY, lastY } = range;
  const isInside = (x: number, y: number): boolean => x >= firstX - 1 && x <= lastX + 1 && y >= firstY - 1 && y <= lastY + 1;
  context.beginPath();
  for (const [dx, dy] of directions) {
    for (let y = firstY - 1; y <= lastY + 1; y++) {
      for (let x = firstX - 1; x <= lastX + 1; x++) {
        const isStart = isStarSystem(map, x, y) && !(isInside(x - dx, y - dy) && isStarSystem(map, x - dx, y - dy));
        if (!isStart) {
          continue;
        }
        let steps = 0;
        while (isInside(x + (steps + 1) * dx, y + (steps + 1) * dy) && isStarSystem(map, x + (steps + 1) * dx, y + (steps + 1) * dy)) {
          steps++;
        }
        if (steps > 0) {
          context.moveTo(projection.toScreenX(x + 0.5), projection.toScreenY(y + 0.5));
          context.lineTo(projection.toScreenX(x + steps * dx + 0.5), projection.toScreenY(y + steps * dy + 0.5));
        }
      }
    }
  }
  context.stroke();
}

function isStarSystem(map: GameMap, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < map.width && y < map.height && !map.voids[y * map.width + x];
}
