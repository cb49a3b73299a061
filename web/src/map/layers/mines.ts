import type { Resource } from '../../game/events';
import type { GameMap, GameState } from '../../game/GameState';
import type { TileRange } from '../Camera';
import { ZOOM, type Frame, type Projection } from '../frame';
import type { Palette } from '../palette';
import type { SpriteCache } from '../SpriteCache';
import { isInRange } from './stations';

const TURN = 2 * Math.PI;

/** Shapes are of the same area to the eye: radii as shares of the circle's. */
const CORNERS: Record<Exclude<Resource, 'BIO_MATTER'>, readonly (readonly [number, number])[]> = {
  CRYO_GAS: polygon(6, 1.08, 0),
  DARK_MATTER: polygon(4, 1.25, TURN / 8),
  ION_DUST: polygon(4, 1.28, 0),
  PLASMA_CORE: star(5, 1.35, 0.6),
};

const RESOURCES: readonly Resource[] = ['BIO_MATTER', 'CRYO_GAS', 'DARK_MATTER', 'ION_DUST', 'PLASMA_CORE'];
const FILL_LEVELS = 24;
const LARGEST_RADIUS = 256;

/** Where each shape begins and ends from top to bottom, in radii. */
const EXTENT: Record<Resource, { readonly top: number; readonly bottom: number }> = {
  BIO_MATTER: { top: -1, bottom: 1 },
  CRYO_GAS: extentOf(CORNERS.CRYO_GAS),
  DARK_MATTER: extentOf(CORNERS.DARK_MATTER),
  ION_DUST: extentOf(CORNERS.ION_DUST),
  PLASMA_CORE: extentOf(CORNERS.PLASMA_CORE),
};

/** Adds the shape of a resource to the context's path. */
export function traceResource(context: CanvasRenderingContext2D, resource: Resource, x: number, y: number, radius: number): void {
  if (resource === 'BIO_MATTER') {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, TURN);
    return;
  }
  CORNERS[resource].forEach(([cornerX, cornerY], index) => {
    if (index === 0) {
      context.moveTo(x + cornerX * radius, y + cornerY * radius);
    } else {
      context.lineTo(x + cornerX * radius, y + cornerY * radius);
    }
  });
  context.closePath();
}

/** From far away a mine takes a larger part of its tile, so that it can still be recognised. */
export function mineRadius(zoom: number): number {
  return Math.max(1.4, Math.min(zoom * 0.3, 4 + zoom * 0.16));
}

/** The vessels of mines: empty where there is room to show a filling, else full. */
export function drawMineVessels(
  context: CanvasRenderingContext2D,
  map: GameMap,
  state: GameState,
  projection: Projection,
  range: TileRange,
  palette: Palette,
): void {
  const { zoom } = projection;
  context.beginPath();
  for (const [tile, content] of map.contents) {
    const mine = content === 'MINE' ? state.mines.get(tile) : undefined;
    const x = tile % map.width;
    const y = Math.floor(tile / map.width);
    if (mine && isInRange(x, y, range)) {
      traceResource(context, mine.resource, projection.toScreenX(x + 0.5), projection.toScreenY(y + 0.5), mineRadius(zoom));
    }
  }
  if (zoom < ZOOM.fill) {
    context.globalAlpha = 0.55;
    context.fillStyle = palette.mine;
    context.fill();
    context.globalAlpha = 1;
    return;
  }
  context.fillStyle = palette.sky;
  context.fill();
  context.strokeStyle = palette.mine;
  context.lineWidth = outlineWidth(zoom);
  context.lineJoin = 'round';
  context.stroke();
}

/** What is left in each mine, as the level in its vessel. */
export function drawMineFillings({ context, camera, palette, scene, sprites }: Frame, range: TileRange): void {
  if (camera.zoom < ZOOM.fill) {
    return;
  }
  // A hairline of the vessel stays free around the filling.
  const radius = Math.round((mineRadius(camera.zoom) - 1.5 * outlineWidth(camera.zoom)) * sprites.pixelRatio);
  for (const mine of scene.state.mines.values()) {
    const { x, y } = mine.position;
    if (mine.remainingUnits > 0 && isInRange(x, y, range)) {
      const level = Math.ceil((mine.remainingUnits / mine.placedUnits) * FILL_LEVELS);
      const sprite = fillingSprite(sprites, palette, mine.resource, Math.min(FILL_LEVELS, level), radius);
      const box = sprite.width / sprites.pixelRatio;
      context.drawImage(sprite, camera.toScreenX(x + 0.5) - box / 2, camera.toScreenY(y + 0.5) - box / 2, box, box);
    }
  }
}

/** A resource's shape, filled from below; `radius` in device pixels. */
function fillingSprite(cache: SpriteCache, palette: Palette, resource: Resource, level: number, radius: number): HTMLCanvasElement {
  const key = -1 - ((RESOURCES.indexOf(resource) * (FILL_LEVELS + 1) + level) * LARGEST_RADIUS + radius);
  return cache.get(key) ?? cache.add(key, Math.ceil(radius * 3) + 2, (context, centre) => {
    const { top, bottom } = EXTENT[resource];
    const surface = bottom - (bottom - top) * (level / FILL_LEVELS);
    context.beginPath();
    context.rect(0, centre + surface * radius, centre * 2, centre * 2);
    context.clip();
    context.beginPath();
    traceResource(context, resource, centre, centre, radius);
    context.globalAlpha = 0.8;
    context.fillStyle = palette.mine;
    context.fill();
  });
}

/** The units left, where there is room to write them. */
export function drawMineNumbers({ context, camera, palette, scene }: Frame, range: TileRange): void {
  if (camera.zoom < ZOOM.numbers) {
    return;
  }
  const size = Math.round(Math.min(13, Math.max(9, camera.zoom * 0.17)));
  context.font = `550 ${size}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.text;
  for (const mine of scene.state.mines.values()) {
    const { x, y } = mine.position;
    if (mine.remainingUnits > 0 && isInRange(x, y, range)) {
      context.fillText(String(mine.remainingUnits), camera.toScreenX(x + 0.5), camera.toScreenY(y + 0.18));
    }
  }
}

function outlineWidth(zoom: number): number {
  return Math.max(1, Math.min(2, zoom * 0.025));
}

function extentOf(corners: readonly (readonly [number, number])[]): { readonly top: number; readonly bottom: number } {
  const heights = corners.map(([, y]) => y);
  return { top: Math.min(...heights), bottom: Math.max(...heights) };
}

function polygon(corners: number, radius: number, turned: number): readonly (readonly [number, number])[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = -TURN / 4 + turned + (index * TURN) / corners;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius] as const;
  });
}

function star(points: number, outer: number, inner: number): readonly (readonly [number, number])[] {
  return Array.from({ length: points * 2 }, (_, index) => {
    const angle = -TURN / 4 + (index * TURN) / (points * 2);
    const radius = index % 2 === 0 ? outer : inner;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius] as const;
  });
}
