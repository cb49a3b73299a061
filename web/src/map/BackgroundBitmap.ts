import type { Camera, TileRange } from './Camera';
import type { Projection } from './frame';
import { drawSky, drawTiles } from './layers/background';
import { drawHoleBases } from './layers/blackHoles';
import { drawLanes } from './layers/lanes';
import { drawMineVessels } from './layers/mines';
import { drawStations, homesOf } from './layers/stations';
import type { Palette } from './palette';
import type { MapScene } from './scene';
import { createSurface, resizeSurface, type Surface } from './Surface';

/** How far the bitmap reaches beyond the view on each side, as a share of the view: so far one can pan without drawing. */
const MARGIN = 0.3;
/** From so many tiles on, the bitmap is stretched while the zoom changes, and drawn when it has come to rest. */
const MANY_TILES = 600;
const ZOOM_RESTS_MS = 110;

/** The part of the picture that does not move, kept as a bitmap and drawn anew only when it has changed or its edge comes into view. */
export class BackgroundBitmap {
  /** How often it was drawn. */
  draws = 0;

  private readonly surface: Surface;
  private palette: Palette | null = null;
  private map: MapScene['state']['map'] | null = null;
  private homes = '';
  private pixelRatio = 1;
  private bitmapZoom = 0;
  private lastZoom = 0;
  private zoomedAtMs = Number.NEGATIVE_INFINITY;
  /** The world point at the bitmap's upper left corner, and its size in CSS pixels. */
  private left = 0;
  private top = 0;
  private width = 0;
  private height = 0;

  constructor(document: Document) {
    this.surface = createSurface(document, 1, 1);
  }

  /** Whether the picture would differ from the one last copied, although the camera has not moved. */
  isStale(scene: MapScene, camera: Camera, palette: Palette, pixelRatio: number): boolean {
    return this.hasChanged(scene, palette, pixelRatio) || this.bitmapZoom !== camera.zoom;
  }

  copyTo(target: CanvasRenderingContext2D, scene: MapScene, camera: Camera, palette: Palette, pixelRatio: number, clockMs: number): void {
    if (camera.zoom !== this.lastZoom) {
      this.lastZoom = camera.zoom;
      this.zoomedAtMs = clockMs;
    }
    if (this.hasChanged(scene, palette, pixelRatio) || !this.covers(camera) || this.isZoomDue(camera, clockMs)) {
      this.redraw(scene, camera, palette, pixelRatio);
    }
    const scale = camera.zoom / this.bitmapZoom;
    const x = Math.round(camera.toScreenX(this.left) * pixelRatio) / pixelRatio;
    const y = Math.round(camera.toScreenY(this.top) * pixelRatio) / pixelRatio;
    target.drawImage(this.surface.canvas, x, y, this.width * scale, this.height * scale);
  }

  private isZoomDue(camera: Camera, clockMs: number): boolean {
    if (camera.zoom === this.bitmapZoom) {
      return false;
    }
    const { firstX, lastX, firstY, lastY } = camera.visibleTiles();
    return (lastX - firstX) * (lastY - firstY) < MANY_TILES || clockMs - this.zoomedAtMs >= ZOOM_RESTS_MS;
  }

  private hasChanged(scene: MapScene, palette: Palette, pixelRatio: number): boolean {
    return (
      palette !== this.palette || scene.state.map !== this.map || pixelRatio !== this.pixelRatio || homesKey(scene) !== this.homes
    );
  }

  private covers(camera: Camera): boolean {
    const scale = camera.zoom / (this.bitmapZoom || 1);
    const x = camera.toScreenX(this.left);
    const y = camera.toScreenY(this.top);
    return x <= 0.5 && y <= 0.5 && x + this.width * scale >= camera.width - 0.5 && y + this.height * scale >= camera.height - 0.5;
  }

  private redraw(scene: MapScene, camera: Camera, palette: Palette, pixelRatio: number): void {
    const { state } = scene;
    this.draws++;
    this.palette = palette;
    this.map = state.map;
    this.homes = homesKey(scene);
    this.pixelRatio = pixelRatio;
    this.bitmapZoom = camera.zoom;
    this.width = Math.ceil(camera.width * (1 + 2 * MARGIN));
    this.height = Math.ceil(camera.height * (1 + 2 * MARGIN));
    const corner = camera.toWorld(-camera.width * MARGIN, -camera.height * MARGIN);
    this.left = corner.x;
    this.top = corner.y;

    const { canvas, context } = this.surface;
    resizeSurface(this.surface, Math.ceil(this.width * pixelRatio), Math.ceil(this.height * pixelRatio));
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = palette.sky;
    context.fillRect(0, 0, this.width, this.height);

    const projection: Projection = {
      zoom: camera.zoom,
      toScreenX: (worldX) => (worldX - corner.x) * camera.zoom,
      toScreenY: (worldY) => (corner.y - worldY) * camera.zoom,
    };
    const inBitmap: TileRange = {
      firstX: Math.floor(corner.x),
      lastX: Math.ceil(corner.x + this.width / camera.zoom),
      firstY: Math.floor(corner.y - this.height / camera.zoom),
      lastY: Math.ceil(corner.y),
    };
    const inMap: TileRange = {
      firstX: Math.max(0, inBitmap.firstX),
      lastX: Math.min(state.map.width - 1, inBitmap.lastX),
      firstY: Math.max(0, inBitmap.firstY),
      lastY: Math.min(state.map.height - 1, inBitmap.lastY),
    };
    drawSky(context, state.map, projection, inBitmap, palette);
    drawLanes(context, state.map, projection, inMap, palette);
    drawTiles(context, state.map, projection, inMap, palette, 1 / pixelRatio);
    drawHoleBases(context, state.map, projection, inMap, palette);
    drawStations(context, state.map, homesOf(state, scene.looks), projection, inMap, palette);
    drawMineVessels(context, state.map, state, projection, inMap, palette);
  }
}

/** Who is at home where, in which colour. */
function homesKey({ state, looks }: MapScene): string {
  let key = '';
  for (const player of state.players.values()) {
    key += `${player.homeStation.x},${player.homeStation.y},${looks.get(player.playerId)?.colour ?? 0};`;
  }
  return key;
}
