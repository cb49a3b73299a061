import type { Camera } from './Camera';
import type { Palette } from './palette';
import type { RobotLayout } from './RobotLayout';
import type { MapScene } from './scene';
import type { SpriteCache } from './SpriteCache';

/** From world to pixels of what is drawn on; a camera is one. */
export interface Projection {
  readonly zoom: number;
  toScreenX(worldX: number): number;
  toScreenY(worldY: number): number;
}

/** What a layer draws with. */
export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly camera: Camera;
  readonly palette: Palette;
  readonly scene: MapScene;
  readonly layout: RobotLayout;
  readonly sprites: SpriteCache;
  /** Real time, for what moves though the game stands. */
  readonly clockMs: number;
}

/** From this zoom on, in pixels a tile, … */
export const ZOOM = {
  /** … tiles are rounded plates with lanes between them; below, areas of shading. */
  plates: 14,
  /** … robots are arrows; below, dots. */
  arrows: 10,
  /** … robots that share a tile fan out; below, they are counted. */
  fanOut: 20,
  /** … mines are filled by what is left. */
  fill: 14,
  /** … health, cooldown and cargo are shown. */
  details: 44,
  /** … numbers are written at mines. */
  numbers: 40,
} as const;
