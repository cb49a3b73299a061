import type { GameMap } from '../../game/GameState';
import type { TileRange } from '../Camera';
import { ZOOM, type Projection } from '../frame';
import type { Palette } from '../palette';

/** A plate's distance from the edge of its tile, and the radius of its corners, in tiles. */
const PLATE_INSET = 0.1;
const PLATE_RADIUS = 0.2;
const LEVELS = [1, 2, 3] as const;
/** A star of the sky for so many square pixels. */
const SKY_PX_PER_STAR = 2_600;

/** Star systems shaded by gravity; voids stay empty. `snap` is the size of a device pixel, on which edges fall. */
export function drawTiles(
  context: CanvasRenderingContext2D,
  map: GameMap,
  projection: Projection,
  range: TileRange,
  palette: Palette,
  snap: number,
): void {
  for (const level of LEVELS) {
    context.fillStyle = palette.gravity[level - 1] ?? palette.sky;
    if (projection.zoom < ZOOM.plates) {
      fillRuns(context, map, projection, range, level);
      continue;
    }
    // On a light sky the middle shade is that of the sky; the edge tells the plate from a void.
    const edge = palette.isDark ? null : palette.lane;
    context.strokeStyle = edge ?? '';
    context.lineWidth = snap;
    for (let y = range.firstY; y <= range.lastY; y++) {
      // One path a row: a path of all of a large map takes long to fill.
      context.beginPath();
      addPlates(context, map, projection, range, y, level, snap);
      context.fill();
      if (edge) {
        context.stroke();
      }
    }
  }
}

function addPlates(
  context: CanvasRenderingContext2D,
  map: GameMap,
  projection: Projection,
  range: TileRange,
  y: number,
  level: number,
  snap: number,
): void {
  const { zoom } = projection;
  const inset = zoom * PLATE_INSET;
  const radius = zoom * PLATE_RADIUS;
  const top = onPixel(projection.toScreenY(y + 1) + inset, snap);
  const bottom = onPixel(projection.toScreenY(y) - inset, snap);
  for (let x = range.firstX; x <= range.lastX; x++) {
    const tile = y * map.width + x;
    if (!map.voids[tile] && map.gravity[tile] === level) {
      const left = onPixel(projection.toScreenX(x) + inset, snap);
      const right = onPixel(projection.toScreenX(x + 1) - inset, snap);
      context.roundRect(left, top, right - left, bottom - top, radius);
    }
  }
}

/** Fills rectangles over neighbours of a row that look the same. */
function fillRuns(context: CanvasRenderingContext2D, map: GameMap, projection: Projection, range: TileRange, level: number): void {
  for (let y = range.firstY; y <= range.lastY; y++) {
    let start = -1;
    for (let x = range.firstX; x <= range.lastX + 1; x++) {
      const tile = y * map.width + x;
      const belongs = x <= range.lastX && !map.voids[tile] && map.gravity[tile] === level;
      if (belongs && start < 0) {
        start = x;
      } else if (!belongs && start >= 0) {
        const left = Math.round(projection.toScreenX(start));
        const top = Math.round(projection.toScreenY(y + 1));
        context.fillRect(left, top, Math.round(projection.toScreenX(x)) - left, Math.round(projection.toScreenY(y)) - top);
        start = -1;
      }
    }
  }
}

/** Far stars in voids and around the map, always at the same places. */
export function drawSky(
  context: CanvasRenderingContext2D,
  map: GameMap,
  projection: Projection,
  range: TileRange,
  palette: Palette,
): void {
  if (!palette.isDark) {
    return;
  }
  const chance = (projection.zoom * projection.zoom) / SKY_PX_PER_STAR;
  context.fillStyle = palette.text;
  for (let y = range.firstY; y <= range.lastY; y++) {
    for (let x = range.firstX; x <= range.lastX; x++) {
      const isInside = x >= 0 && y >= 0 && x < map.width && y < map.height;
      if (isInside && !map.voids[y * map.width + x]) {
        continue;
      }
      for (let star = 0; star < Math.max(1, chance); star++) {
        const random = scramble(x, y, star);
        if ((random & 1023) / 1024 < chance) {
          const size = (random >>> 10) % 5 === 0 ? 1.5 : 1;
          context.globalAlpha = 0.12 + (((random >>> 13) & 15) / 15) * 0.3;
          context.fillRect(
            Math.round(projection.toScreenX(x + ((random >>> 17) & 127) / 127)),
            Math.round(projection.toScreenY(y + ((random >>> 24) & 127) / 127)),
            size,
            size,
          );
        }
      }
    }
  }
  context.globalAlpha = 1;
}

function onPixel(position: number, snap: number): number {
  return Math.round(position / snap) * snap;
}

/** A number of 32 bits that looks random and is always the same for a place. */
export function scramble(x: number, y: number, salt: number): number {
  let mixed = (Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(salt + 1, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
