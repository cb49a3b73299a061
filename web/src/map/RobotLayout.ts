import type { Robot } from '../game/GameState';
import { FAN_OUT_LIMIT, fanOut } from './fanOut';
import { ZOOM } from './frame';
import type { MapScene, PlayerLook } from './scene';

/** Robots of a tile that are shown as a number a player. */
export interface Crowd {
  x: number;
  y: number;
  readonly looks: PlayerLook[];
  readonly counts: number[];
}

export const UNKNOWN_LOOK: PlayerLook = { colour: 7, shape: 0, isOwn: false };
const SHIFT_TIME_MS = 90;
/** So many robots that rest on a tile are counted when there is no room to fan out. */
const CROWD = 3;
const UP = 2;

/**
 * Where each robot is drawn at a moment. Plain arrays, one place a robot, in the order of robotId; reused from frame to frame.
 * Robots that make room for others do so within some frames while the game runs, which is the only thing that a frame takes over from the one before.
 */
export class RobotLayout {
  /** Places in the arrays; those of robots that do not live are not `shown`. */
  count = 0;
  readonly robots: (Robot | undefined)[] = [];
  readonly looks: PlayerLook[] = [];
  x = new Float32Array(0);
  y = new Float32Array(0);
  /** In tiles. */
  size = new Float32Array(0);
  /** In eighths of a circle, counter-clockwise from the right. */
  heading = new Uint8Array(0);
  /** 1 where the robot lives and is drawn by itself. */
  shown = new Uint8Array(0);
  /** 1 where the robot is on its way between tiles. */
  moving = new Uint8Array(0);
  /** 1 where another player is followed. */
  dimmed = new Uint8Array(0);
  readonly crowds: Crowd[] = [];

  private ids: string[] = [];
  private gameId = '';
  private offsetX = new Float32Array(0);
  private offsetY = new Float32Array(0);
  private placed = new Uint8Array(0);
  private tiles = new Int32Array(0);
  private onTile = new Uint16Array(0);
  private resting = new Uint16Array(0);
  private next = new Uint16Array(0);
  private readonly spareCrowds: Crowd[] = [];
  private readonly indices = new Map<string, number>();
  private readonly crowdAt = new Map<number, Crowd>();

  /** The robot's place in the arrays. */
  indexOf(robotId: string): number | undefined {
    return this.indices.get(robotId);
  }

  update(scene: MapScene, zoom: number, elapsedMs: number): void {
    const { state } = scene;
    if (state.robots.size !== this.count || state.gameId !== this.gameId) {
      this.rebuild(scene);
    }
    this.countTiles(scene);
    this.clearCrowds();
    const isStill = scene.speed === 0 || scene.reducedMotion || elapsedMs > 250;
    const settle = isStill ? 1 : 1 - Math.exp(-elapsedMs / SHIFT_TIME_MS);
    const contents = state.map.contents;
    for (let index = 0; index < this.count; index++) {
      const robot = this.robots[index];
      this.shown[index] = 0;
      if (!robot || robot.destroyed) {
        continue;
      }
      const tile = this.tiles[index] ?? 0;
      const share = glide(robot, scene);
      const isMoving = share < 1;
      this.moving[index] = isMoving ? 1 : 0;
      const look = this.lookOf(scene, robot, index);
      this.dimmed[index] = scene.followedPlayerId !== null && scene.followedPlayerId !== robot.playerId ? 1 : 0;
      this.x[index] = robot.from.x + (robot.position.x - robot.from.x) * share + 0.5;
      this.y[index] = robot.from.y + (robot.position.y - robot.from.y) * share + 0.5;
      this.heading[index] = headingOf(robot);
      if (!isMoving && this.isCounted(tile, zoom)) {
        this.addToCrowd(tile, robot, look);
        this.placed[index] = 0;
        continue;
      }
      this.shown[index] = 1;
      const place = this.next[tile] ?? 0;
      this.next[tile] = place + 1;
      const places = fanOut(this.onTile[tile] ?? 1, contents.has(tile));
      this.shift(index, places.dx[place % places.dx.length] ?? 0, places.dy[place % places.dy.length] ?? 0, places.size, settle);
    }
  }

  /** Where a robot is or, if it is gone, was. */
  placeOf(scene: MapScene, robotId: string): { x: number; y: number } | null {
    const index = this.indices.get(robotId);
    const robot = scene.state.robots.get(robotId);
    if (!robot) {
      return null;
    }
    if (index === undefined || robot.destroyed || !this.shown[index]) {
      return { x: robot.position.x + 0.5, y: robot.position.y + 0.5 };
    }
    return { x: this.x[index] ?? 0, y: this.y[index] ?? 0 };
  }

  private isCounted(tile: number, zoom: number): boolean {
    return zoom >= ZOOM.fanOut ? (this.onTile[tile] ?? 0) > FAN_OUT_LIMIT : (this.resting[tile] ?? 0) >= CROWD;
  }

  private countTiles(scene: MapScene): void {
    const { map, robots } = scene.state;
    const tiles = map.width * map.height;
    if (this.onTile.length !== tiles) {
      this.onTile = new Uint16Array(tiles);
      this.resting = new Uint16Array(tiles);
      this.next = new Uint16Array(tiles);
    } else {
      this.onTile.fill(0);
      this.resting.fill(0);
      this.next.fill(0);
    }
    for (let index = 0; index < this.count; index++) {
      const robot = robots.get(this.ids[index] ?? '');
      this.robots[index] = robot;
      if (!robot || robot.destroyed) {
        this.placed[index] = 0;
        continue;
      }
      const tile = robot.position.y * map.width + robot.position.x;
      this.tiles[index] = tile;
      this.onTile[tile] = (this.onTile[tile] ?? 0) + 1;
      if (robot.arrivesAtMs <= scene.nowMs) {
        this.resting[tile] = (this.resting[tile] ?? 0) + 1;
      }
    }
  }

  private shift(index: number, dx: number, dy: number, size: number, settle: number): void {
    const share = this.placed[index] ? settle : 1;
    this.placed[index] = 1;
    const offsetX = blend(this.offsetX[index], dx, share);
    const offsetY = blend(this.offsetY[index], dy, share);
    this.offsetX[index] = offsetX;
    this.offsetY[index] = offsetY;
    this.size[index] = blend(this.size[index], size, share);
    this.x[index] = (this.x[index] ?? 0) + offsetX;
    this.y[index] = (this.y[index] ?? 0) + offsetY;
  }

  private lookOf(scene: MapScene, robot: Robot, index: number): PlayerLook {
    const look = scene.looks.get(robot.playerId) ?? UNKNOWN_LOOK;
    this.looks[index] = look;
    return look;
  }

  private clearCrowds(): void {
    this.spareCrowds.push(...this.crowds);
    this.crowds.length = 0;
    this.crowdAt.clear();
  }

  private addToCrowd(tile: number, robot: Robot, look: PlayerLook): void {
    let crowd = this.crowdAt.get(tile);
    if (!crowd) {
      crowd = this.spareCrowds.pop() ?? { x: 0, y: 0, looks: [], counts: [] };
      crowd.x = robot.position.x + 0.5;
      crowd.y = robot.position.y + 0.5;
      crowd.looks.length = 0;
      crowd.counts.length = 0;
      this.crowds.push(crowd);
      this.crowdAt.set(tile, crowd);
    }
    const known = crowd.looks.indexOf(look);
    if (known < 0) {
      crowd.looks.push(look);
      crowd.counts.push(1);
    } else {
      crowd.counts[known] = (crowd.counts[known] ?? 0) + 1;
    }
  }

  /** Robots came or went: the arrays are made anew, and those that stay keep their offsets. */
  private rebuild(scene: MapScene): void {
    const ids = [...scene.state.robots.keys()].sort();
    const before = { offsetX: this.offsetX, offsetY: this.offsetY, size: this.size, placed: this.placed };
    const isSameGame = scene.state.gameId === this.gameId;
    this.gameId = scene.state.gameId;
    this.ids = ids;
    this.count = ids.length;
    this.robots.length = ids.length;
    this.looks.length = ids.length;
    this.x = new Float32Array(ids.length);
    this.y = new Float32Array(ids.length);
    this.size = new Float32Array(ids.length);
    this.heading = new Uint8Array(ids.length);
    this.shown = new Uint8Array(ids.length);
    this.moving = new Uint8Array(ids.length);
    this.dimmed = new Uint8Array(ids.length);
    this.offsetX = new Float32Array(ids.length);
    this.offsetY = new Float32Array(ids.length);
    this.placed = new Uint8Array(ids.length);
    this.tiles = new Int32Array(ids.length);
    ids.forEach((id, index) => {
      const old = isSameGame ? this.indices.get(id) : undefined;
      if (old !== undefined) {
        this.offsetX[index] = before.offsetX[old] ?? 0;
        this.offsetY[index] = before.offsetY[old] ?? 0;
        this.size[index] = before.size[old] ?? 0;
        this.placed[index] = before.placed[old] ?? 0;
      }
    });
    this.indices.clear();
    ids.forEach((id, index) => this.indices.set(id, index));
  }
}

/** How much of its last step a robot has behind it, eased at both ends. */
function glide(robot: Robot, scene: MapScene): number {
  const lastsMs = robot.arrivesAtMs - robot.movedAtMs;
  if (lastsMs <= 0 || scene.nowMs >= robot.arrivesAtMs || scene.reducedMotion) {
    return 1;
  }
  const share = Math.max(0, (scene.nowMs - robot.movedAtMs) / lastsMs);
  return share * share * (3 - 2 * share);
}

function headingOf(robot: Robot): number {
  const dx = Math.sign(robot.position.x - robot.from.x);
  const dy = Math.sign(robot.position.y - robot.from.y);
  return dx === 0 && dy === 0 ? UP : (HEADINGS[(dy + 1) * 3 + dx + 1] ?? UP);
}

/** By row of dy from -1 to 1, then dx from -1 to 1. */
const HEADINGS = [5, 6, 7, 4, UP, 0, 3, 2, 1];

function blend(from: number | undefined, to: number, share: number): number {
  const start = from ?? to;
  return start + (to - start) * share;
}
