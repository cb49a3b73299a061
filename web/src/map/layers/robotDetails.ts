import type { Resource } from '../../game/events';
import type { Robot } from '../../game/GameState';
import type { TileRange } from '../Camera';
import { ZOOM, type Frame } from '../frame';
import { playerColour, type Palette } from '../palette';
import type { MapScene } from '../scene';
import { isVisible, robotSizePx } from './robots';

const TURN = 2 * Math.PI;
const HEALTH_FRACTION = 100_000;
const CARGO_DOTS = 5;
const PULSE_MS = 1_400;
const LEFT = TURN / 2;
const RIGHT = 0;
/** Between the two halves of the ring around a robot. */
const GAP = 0.2;

/** Around each robot a ring: its lower half is the health of one that is hurt, a thin sweep above is the cooldown; cargo as dots below. */
export function drawRobotDetails(frame: Frame, range: TileRange): void {
  const { context, camera, layout, scene, palette } = frame;
  if (camera.zoom < ZOOM.details) {
    return;
  }
  context.lineCap = 'round';
  for (let index = 0; index < layout.count; index++) {
    const robot = layout.robots[index];
    if (!robot || !layout.shown[index] || !isVisible(layout.x[index] ?? 0, layout.y[index] ?? 0, range)) {
      continue;
    }
    const x = camera.toScreenX(layout.x[index] ?? 0);
    const y = camera.toScreenY(layout.y[index] ?? 0);
    const radius = robotSizePx(camera.zoom, layout.size[index] ?? 0) * 0.5 + 3;
    context.globalAlpha = layout.dimmed[index] ? 0.2 : 1;
    drawCooldown(context, scene, robot, x, y, radius, palette);
    drawHealth(context, scene, robot, x, y, radius, palette);
    drawCargo(context, scene, robot, x, y + radius + 3.5, palette);
  }
  context.globalAlpha = 1;
}

/** Rings that widen around robots which mine, and a fine line to a mine elsewhere. */
export function drawMiningPulses({ context, camera, palette, scene, layout, clockMs }: Frame, range: TileRange): void {
  if (camera.zoom < ZOOM.fanOut) {
    return;
  }
  const phase = scene.reducedMotion ? 0.4 : (clockMs % PULSE_MS) / PULSE_MS;
  context.lineWidth = Math.max(1, camera.zoom * 0.02);
  for (let index = 0; index < layout.count; index++) {
    const robot = layout.robots[index];
    if (!robot?.mining || !layout.shown[index] || !isVisible(layout.x[index] ?? 0, layout.y[index] ?? 0, range)) {
      continue;
    }
    const x = camera.toScreenX(layout.x[index] ?? 0);
    const y = camera.toScreenY(layout.y[index] ?? 0);
    const radius = robotSizePx(camera.zoom, layout.size[index] ?? 0) * (0.45 + 0.35 * phase);
    const alpha = layout.dimmed[index] ? 0.2 : 1;
    context.strokeStyle = playerColour(palette, layout.looks[index]?.colour ?? 0);
    context.globalAlpha = alpha * 0.6 * (1 - phase);
    context.beginPath();
    context.arc(x, y, radius, 0, TURN);
    context.stroke();
    context.globalAlpha = alpha * 0.35;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(camera.toScreenX(robot.mining.mine.x + 0.5), camera.toScreenY(robot.mining.mine.y + 0.5));
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawCooldown(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  robot: Robot,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
): void {
  const lastsMs = robot.readyAtMs - robot.cooldownFromMs;
  const left = lastsMs > 0 ? Math.min(1, (robot.readyAtMs - scene.nowMs) / lastsMs) : 0;
  if (left <= 0) {
    return;
  }
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.55;
  context.strokeStyle = palette.text;
  context.lineWidth = 1;
  context.beginPath();
  context.arc(x, y, radius, LEFT + GAP, LEFT + GAP + left * (TURN / 2 - 2 * GAP));
  context.stroke();
  context.globalAlpha = alpha;
}

function drawHealth(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  robot: Robot,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
): void {
  const most = (scene.state.rules.health?.[robot.levels.health] ?? 0) * HEALTH_FRACTION;
  if (most <= 0 || robot.health >= most) {
    return;
  }
  const share = Math.max(0, robot.health / most);
  const alpha = context.globalAlpha;
  context.lineWidth = 2;
  context.strokeStyle = palette.text;
  context.globalAlpha = alpha * 0.2;
  context.beginPath();
  context.arc(x, y, radius, LEFT - GAP, RIGHT + GAP, true);
  context.stroke();
  context.globalAlpha = alpha;
  context.strokeStyle = share < 0.35 ? palette.danger : palette.text;
  context.beginPath();
  context.arc(x, y, radius, LEFT - GAP, LEFT - GAP - share * (TURN / 2 - 2 * GAP), true);
  context.stroke();
}

/** Up to five dots: how much of the storage is taken. */
function drawCargo(context: CanvasRenderingContext2D, scene: MapScene, robot: Robot, x: number, y: number, palette: Palette): void {
  const room = scene.state.rules.storage?.[robot.levels.storage] ?? 0;
  const units = robot.cargo.reduce((sum: number, part: { resource: Resource; units: number }) => sum + part.units, 0);
  if (units <= 0 || room <= 0) {
    return;
  }
  const dots = Math.min(CARGO_DOTS, Math.max(1, Math.ceil((units / room) * CARGO_DOTS)));
  context.fillStyle = palette.text;
  context.beginPath();
  for (let dot = 0; dot < dots; dot++) {
    const dotX = x + (dot - (dots - 1) / 2) * 4;
    context.moveTo(dotX + 1.3, y);
    context.arc(dotX, y, 1.3, 0, TURN);
  }
  context.fill();
}
