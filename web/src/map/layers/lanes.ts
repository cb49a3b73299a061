import type { GameMap } from '../../game/GameState';
import type { TileRange } from '../Camera';
import { ZOOM, type Projection } from '../frame';
import type { Palette } from '../palette';

/** The neighbours to the right and above, so that each lane is drawn once. */
const STRAIGHT = [[1, 0], [0, 1]] as const;
const DIAGONAL = [[1, 1], [1, -1]] as const;

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
  context.lineWidth = Math.max(0.75, zoom * 0.02);
  context.globalAlpha = 0.45;
  strokeLanes(context, map, projection, range, DIAGONAL);
  context.globalAlpha = 1;
}

function strokeLanes(
  context: CanvasRenderingContext2D,
  map: GameMap,
  projection: Projection,
  range: TileRange,
  directions: readonly (readonly [number, number])[],
): void {
  context.beginPath();
  for (let y = range.firstY - 1; y <= range.lastY + 1; y++) {
    for (let x = range.firstX - 1; x <= range.lastX; x++) {
      if (!isStarSystem(map, x, y)) {
        continue;
      }
      for (const [dx, dy] of directions) {
        if (isStarSystem(map, x + dx, y + dy)) {
          context.moveTo(projection.toScreenX(x + 0.5), projection.toScreenY(y + 0.5));
          context.lineTo(projection.toScreenX(x + dx + 0.5), projection.toScreenY(y + dy + 0.5));
        }
      }
    }
  }
  context.stroke();
}

function isStarSystem(map: GameMap, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < map.width && y < map.height && !map.voids[y * map.width + x];
}
