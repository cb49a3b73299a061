import type { TileRange } from '../Camera';
import type { Frame } from '../frame';
import { PLAYER_COLOURS, playerColour } from '../palette';
import { isInRange } from './stations';

const FADES_MS = 1_600;
/** Steps of fading; each colour and step is one path. */
const STEPS = 4;
const DIMMED_SHARE = 0.25;

/** Robots by colour and step of fading, reused from frame to frame. */
const batches: number[][] = Array.from({ length: PLAYER_COLOURS * STEPS * 2 }, () => []);

/** The lane of each robot's last step, brighter in its colour, fading after it has arrived. */
export function drawTrails(frame: Frame, range: TileRange): void {
  const { context, camera, scene, layout } = frame;
  for (const batch of batches) {
    batch.length = 0;
  }
  const fadesMs = FADES_MS * Math.max(1, scene.speed);
  for (let index = 0; index < layout.count; index++) {
    const robot = layout.robots[index];
    if (!robot || robot.destroyed) {
      continue;
    }
    const sinceMs = scene.nowMs - robot.arrivesAtMs;
    const { from, position } = robot;
    if (sinceMs >= fadesMs || (from.x === position.x && from.y === position.y)) {
      continue;
    }
    if (!isInRange(position.x, position.y, range) && !isInRange(from.x, from.y, range)) {
      continue;
    }
    const step = Math.min(STEPS - 1, Math.max(0, Math.floor((sinceMs / fadesMs) * STEPS)));
    const colour = (layout.looks[index]?.colour ?? 0) % PLAYER_COLOURS;
    batches[(colour * STEPS + step) * 2 + (layout.dimmed[index] ?? 0)]?.push(index);
  }
  context.lineCap = 'butt';
  context.lineWidth = Math.max(1, camera.zoom * 0.045);
  // The whole way, and its last parts once more: brighter towards the robot.
  strokeBatches(frame, 0);
  strokeBatches(frame, 0.4);
  strokeBatches(frame, 0.7);
  context.globalAlpha = 1;
}

/** Strokes the trails from a share of their way on. */
function strokeBatches({ context, camera, palette, layout }: Frame, start: number): void {
  batches.forEach((batch, key) => {
    if (batch.length === 0) {
      return;
    }
    const step = (key >> 1) % STEPS;
    context.globalAlpha = (0.24 - (step / STEPS) * 0.19) * (key & 1 ? DIMMED_SHARE : 1);
    context.strokeStyle = playerColour(palette, Math.floor(key / (STEPS * 2)));
    context.beginPath();
    for (const index of batch) {
      const robot = layout.robots[index];
      if (robot) {
        const isMoving = layout.moving[index] === 1;
        const fromX = camera.toScreenX(robot.from.x + 0.5);
        const fromY = camera.toScreenY(robot.from.y + 0.5);
        const toX = camera.toScreenX(isMoving ? (layout.x[index] ?? 0) : robot.position.x + 0.5);
        const toY = camera.toScreenY(isMoving ? (layout.y[index] ?? 0) : robot.position.y + 0.5);
        context.moveTo(fromX + (toX - fromX) * start, fromY + (toY - fromY) * start);
        context.lineTo(toX, toY);
      }
    }
    context.stroke();
  });
}
