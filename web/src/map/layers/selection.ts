import type { Direction, Tile } from '../../game/events';
import type { Robot } from '../../game/GameState';
import type { Frame } from '../frame';
import { robotSizePx } from './robots';

const TURN = 2 * Math.PI;
const STEP: Record<Direction, readonly [number, number]> = {
  N: [0, 1],
  NE: [1, 1],
  E: [1, 0],
  SE: [1, -1],
  S: [0, -1],
  SW: [-1, -1],
  W: [-1, 0],
  NW: [-1, 1],
};

/** The tile under the pointer. */
export function drawHovered(frame: Frame): void {
  const { context, palette, scene } = frame;
  if (scene.hovered) {
    context.globalAlpha = 0.5;
    context.lineWidth = 1;
    context.strokeStyle = palette.text;
    strokeTile(frame, scene.hovered, 0.06);
    context.globalAlpha = 1;
  }
}

/** What is selected, and what a selected robot has still to do. */
export function drawSelection(frame: Frame): void {
  const { context, palette, scene } = frame;
  const { selection } = scene;
  context.strokeStyle = palette.accent;
  context.fillStyle = palette.accent;
  if (selection?.kind === 'tile') {
    context.lineWidth = 2;
    strokeTile(frame, selection.tile, 0.04);
  } else if (selection?.kind === 'robot') {
    const robot = scene.state.robots.get(selection.robotId);
    if (robot && !robot.destroyed) {
      drawRobotSelection(frame, robot);
    }
  } else if (selection?.kind === 'player') {
    const home = scene.state.players.get(selection.playerId)?.homeStation;
    if (home) {
      strokeCircle(frame, home.x + 0.5, home.y + 0.5, frame.camera.zoom * 0.42);
    }
  }
}

/** The way that an order would take. */
export function drawPlannedRoute(frame: Frame): void {
  const { context, camera, palette, scene } = frame;
  const last = scene.plannedRoute.at(-1);
  if (!last) {
    return;
  }
  context.strokeStyle = palette.accent;
  context.fillStyle = palette.accent;
  context.globalAlpha = 0.9;
  context.lineWidth = Math.max(1.5, camera.zoom * 0.04);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  strokePath(frame, scene.plannedRoute);
  context.beginPath();
  for (const tile of scene.plannedRoute.slice(1, -1)) {
    const x = camera.toScreenX(tile.x + 0.5);
    const y = camera.toScreenY(tile.y + 0.5);
    context.moveTo(x, y);
    context.arc(x, y, Math.max(2, camera.zoom * 0.05), 0, TURN);
  }
  context.fill();
  strokeCircle(frame, last.x + 0.5, last.y + 0.5, Math.max(4, camera.zoom * 0.3));
  context.globalAlpha = 1;
}

/** The tiles that a robot's queued moves lead over, its own first. */
export function queuedPath(robot: Robot): Tile[] {
  const path = [robot.position];
  let { x, y } = robot.position;
  for (const { action } of robot.queue) {
    if (action.type === 'MoveRobot' && action.direction) {
      const [dx, dy] = STEP[action.direction];
      x += dx;
      y += dy;
      path.push({ x, y });
    }
  }
  return path;
}

function drawRobotSelection(frame: Frame, robot: Robot): void {
  const { context, camera, layout, scene } = frame;
  const path = queuedPath(robot);
  const last = path.at(-1);
  if (path.length > 1 && last) {
    context.globalAlpha = 0.8;
    context.lineWidth = 1.5;
    context.setLineDash([4, 4]);
    strokePath(frame, path);
    context.setLineDash([]);
    context.beginPath();
    context.arc(camera.toScreenX(last.x + 0.5), camera.toScreenY(last.y + 0.5), 3, 0, TURN);
    context.fill();
    context.globalAlpha = 1;
  }
  const place = layout.placeOf(scene, robot.robotId);
  const index = layout.indexOf(robot.robotId);
  if (place && index !== undefined) {
    context.lineWidth = 2;
    strokeCircle(frame, place.x, place.y, Math.max(8, robotSizePx(camera.zoom, layout.size[index] ?? 0) * 0.5 + 9));
  }
}

function strokePath({ context, camera }: Frame, path: readonly Tile[]): void {
  context.beginPath();
  path.forEach(({ x, y }, index) => {
    const screenX = camera.toScreenX(x + 0.5);
    const screenY = camera.toScreenY(y + 0.5);
    if (index === 0) {
      context.moveTo(screenX, screenY);
    } else {
      context.lineTo(screenX, screenY);
    }
  });
  context.stroke();
}

function strokeCircle({ context, camera }: Frame, worldX: number, worldY: number, radius: number): void {
  context.beginPath();
  context.arc(camera.toScreenX(worldX), camera.toScreenY(worldY), radius, 0, TURN);
  context.stroke();
}

function strokeTile({ context, camera }: Frame, tile: Tile, inset: number): void {
  const size = camera.zoom * (1 - 2 * inset);
  context.beginPath();
  context.roundRect(camera.toScreenX(tile.x + inset), camera.toScreenY(tile.y + 1 - inset), size, size, camera.zoom * 0.22);
  context.stroke();
}
