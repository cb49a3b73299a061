import type { GameMap } from '../../game/GameState';
import type { TileRange } from '../Camera';
import type { Frame, Projection } from '../frame';
import { clear, type Palette } from '../palette';
import { isInRange } from './stations';

const TURN = 2 * Math.PI;
const ARMS = 3;
const TURN_MS = 14_000;
/** Below this zoom the swirl cannot be seen. */
const LEAST_SWIRL_ZOOM = 14;

/** The dark discs, with a halo that takes the tile's light. */
export function drawHoleBases(
  context: CanvasRenderingContext2D,
  map: GameMap,
  projection: Projection,
  range: TileRange,
  palette: Palette,
): void {
  forEachHole(map, range, (tileX, tileY) => {
    const x = projection.toScreenX(tileX + 0.5);
    const y = projection.toScreenY(tileY + 0.5);
    const radius = holeRadius(projection.zoom);
    context.fillStyle = palette.blackHole;
    const halo = context.createRadialGradient(x, y, radius, x, y, radius * 2.1);
    const light = palette.isDark ? palette.text : palette.blackHole;
    halo.addColorStop(0, light);
    halo.addColorStop(1, clear(light));
    context.fillStyle = halo;
    context.globalAlpha = 0.3;
    context.beginPath();
    context.arc(x, y, radius * 2.1, 0, TURN);
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = palette.blackHole;
    context.beginPath();
    context.arc(x, y, radius, 0, TURN);
    context.fill();
    context.strokeStyle = palette.text;
    context.globalAlpha = palette.isDark ? 0.75 : 0.35;
    context.lineWidth = Math.max(0.75, projection.zoom * 0.02);
    context.beginPath();
    context.arc(x, y, radius, 0, TURN);
    context.stroke();
    context.globalAlpha = 1;
  });
}

/** Arms that wind slowly into the hole. */
export function drawSwirls({ context, camera, palette, scene, clockMs }: Frame, range: TileRange): void {
  if (camera.zoom < LEAST_SWIRL_ZOOM) {
    return;
  }
  const turned = scene.reducedMotion ? 0 : ((clockMs % TURN_MS) / TURN_MS) * TURN;
  const radius = holeRadius(camera.zoom);
  context.strokeStyle = palette.text;
  context.lineCap = 'round';
  context.lineWidth = Math.max(0.75, camera.zoom * 0.022);
  context.globalAlpha = 0.5;
  context.beginPath();
  forEachHole(scene.state.map, range, (tileX, tileY) => {
    const x = camera.toScreenX(tileX + 0.5);
    const y = camera.toScreenY(tileY + 0.5);
    for (let arm = 0; arm < ARMS; arm++) {
      const start = turned + (arm * TURN) / ARMS;
      for (let step = 0; step <= 8; step++) {
        const angle = start + step * 0.24;
        const reach = radius * (1.9 - step * 0.095);
        const pointX = x + Math.cos(angle) * reach;
        const pointY = y + Math.sin(angle) * reach;
        if (step === 0) {
          context.moveTo(pointX, pointY);
        } else {
          context.lineTo(pointX, pointY);
        }
      }
    }
  });
  context.stroke();
  context.globalAlpha = 1;
}

function holeRadius(zoom: number): number {
  return Math.max(1.5, Math.min(zoom * 0.24, 3 + zoom * 0.15));
}

function forEachHole(map: GameMap, range: TileRange, action: (x: number, y: number) => void): void {
  for (const [tile, content] of map.contents) {
    const x = tile % map.width;
    const y = Math.floor(tile / map.width);
    if (content === 'BLACK_HOLE' && isInRange(x, y, range)) {
      action(x, y);
    }
  }
}
