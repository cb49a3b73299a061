import type { Tile } from '../game/events';
import type { Camera } from './Camera';
import type { RobotLayout } from './RobotLayout';

/** What is under a point of the map. */
export interface Hit {
  /** The nearest robot that is drawn there. */
  readonly robotId?: string;
  /** All robots of the tile, in the order of robotId, also when they are shown as a count. */
  readonly robotIds: string[];
  /** Null beside the map. */
  readonly tile: Tile | null;
}

const LEAST_REACH_PX = 9;

export function hitTest(layout: RobotLayout, camera: Camera, screenX: number, screenY: number): Hit {
  const tile = camera.toTile(screenX, screenY);
  const world = camera.toWorld(screenX, screenY);
  const robotIds: string[] = [];
  let nearest: string | undefined;
  let nearestDistance = Number.POSITIVE_INFINITY;
  for (let index = 0; index < layout.count; index++) {
    const robot = layout.robots[index];
    if (!robot || robot.destroyed) {
      continue;
    }
    if (tile && robot.position.x === tile.x && robot.position.y === tile.y) {
      robotIds.push(robot.robotId);
    }
    if (!layout.shown[index]) {
      continue;
    }
    const distance = Math.hypot((layout.x[index] ?? 0) - world.x, (layout.y[index] ?? 0) - world.y);
    const reach = Math.max((layout.size[index] ?? 0) / 2, LEAST_REACH_PX / camera.zoom);
    if (distance <= reach && distance < nearestDistance) {
      nearest = robot.robotId;
      nearestDistance = distance;
    }
  }
  return nearest === undefined ? { robotIds, tile } : { robotId: nearest, robotIds, tile };
}
