import type { Resource } from '../../game/events';
import type { GameMap, GameState } from '../../game/GameState';
import type { TileRange } from '../Camera';
import { ZOOM, type Frame, type Projection } from '../frame';
import type { Palette } from '../palette';
import { isInRange } from './stations';

const TURN = 2 * Math.PI;

/** Shapes are of the same area to the eye: radii as shares of the circle's. */
const CORNERS: Record<Exclude<Resource, 'BIO_MATTER'>, readonly (readonly [number, number])[]> = {
  CRYO_GAS: polygon(6, 1.08, 0),
  DARK_MATTER: polygon(4, 1.25, TURN / 8),
  ION_DUST: polygon(4, 1.28, 0),
  PLASMA_CORE: star(5, 1.35, 0.6),
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

/** What is left in each mine, as the level in its vessel, and as a number where there is room. */
export function drawMineFillings({ context, camera, palette, scene }: Frame, range: TileRange): void {
  if (camera.zoom < ZOOM.fill) {
    return;
  }
  // A hairline of the vessel stays free around the filling.
  const radius = mineRadius(camera.zoom) - 1.5 * outlineWidth(camera.zoom);
  context.fillStyle = palette.mine;
  context.globalAlpha = 0.8;
  for (const mine of scene.state.mines.values()) {
    const { x, y } = mine.position;
    if (mine.remainingUnits <= 0 || !isInRange(x, y, range)) {
      continue;
    }
    const screenX = camera.toScreenX(x + 0.5);
    const screenY = camera.toScreenY(y + 0.5);
    const share = Math.min(1, mine.remainingUnits / mine.placedUnits);
    context.beginPath();
    if (share < 1) {
      context.save();
      context.rect(screenX - 2 * radius, screenY + radius - 2 * radius * share, 4 * radius, 4 * radius);
      context.clip();
      context.beginPath();
    }
    traceResource(context, mine.resource, screenX, screenY, radius);
    context.fill();
    if (share < 1) {
      context.restore();
    }
  }
  context.globalAlpha = 1;
}

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
