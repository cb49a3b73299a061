import { BackgroundBitmap } from './BackgroundBitmap';
import { Camera } from './Camera';
import { effectsAt } from './effects';
import type { Frame } from './frame';
import { hitTest, type Hit } from './hitTest';
import { drawSwirls } from './layers/blackHoles';
import { drawCrowds } from './layers/crowds';
import { drawEffects } from './layers/effects';
import { drawMineFillings, drawMineNumbers } from './layers/mines';
import { drawMiningPulses, drawRobotDetails } from './layers/robotDetails';
import { drawRobots } from './layers/robots';
import { drawHovered, drawPlannedRoute, drawSelection } from './layers/selection';
import { drawTrails } from './layers/trail';
import type { Palette } from './palette';
import { RobotLayout } from './RobotLayout';
import type { MapScene } from './scene';
import { SpriteCache } from './SpriteCache';
import { createSurface, resizeSurface, type Surface } from './Surface';

const LARGEST_PIXEL_RATIO = 2;
const REMEMBERED_FRAMES = 120;

/** How long drawing took, and how often each canvas was drawn. */
export interface RenderStats {
  /** Milliseconds of script of the last frames that drew something, oldest first. */
  readonly frameMs: readonly number[];
  readonly backgroundDraws: number;
  readonly dynamicDraws: number;
  readonly overlayDraws: number;
}

/**
 * Draws the map into three canvases, one above the other: what stands still, what moves, and what belongs to the viewer.
 * `draw` is called once an animation frame and does only what has changed.
 */
export class MapRenderer {
  readonly camera = new Camera();

  private readonly background: Surface;
  private readonly dynamic: Surface;
  private readonly overlay: Surface;
  private readonly bitmap: BackgroundBitmap;
  private readonly sprites: SpriteCache;
  private readonly layout = new RobotLayout();
  private readonly frameMs: number[] = [];
  private pixelRatio = 1;
  private drawn: { scene: MapScene; sequence: number; cameraVersion: number } | null = null;
  private drawnAtMs = 0;
  private dynamicDraws = 0;
  private overlayDraws = 0;

  constructor(
    private readonly container: HTMLElement,
    private palette: Palette,
  ) {
    const document = container.ownerDocument;
    this.background = this.addCanvas(document);
    this.dynamic = this.addCanvas(document);
    this.overlay = this.addCanvas(document);
    this.bitmap = new BackgroundBitmap(document);
    this.sprites = new SpriteCache(document);
    this.resize();
  }

  get stats(): RenderStats {
    return {
      frameMs: this.frameMs,
      backgroundDraws: this.bitmap.draws,
      dynamicDraws: this.dynamicDraws,
      overlayDraws: this.overlayDraws,
    };
  }

  /** Takes over the size of the container, and the pixel ratio of its window. */
  resize(): void {
    const { clientWidth, clientHeight } = this.container;
    const ratio = this.container.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    this.pixelRatio = Math.min(LARGEST_PIXEL_RATIO, Math.max(1, ratio));
    for (const surface of [this.background, this.dynamic, this.overlay]) {
      resizeSurface(surface, Math.round(clientWidth * this.pixelRatio), Math.round(clientHeight * this.pixelRatio));
    }
    this.camera.setView(clientWidth, clientHeight);
    this.sprites.reset(this.pixelRatio);
    this.drawn = null;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.sprites.reset(this.pixelRatio);
    this.drawn = null;
  }

  draw(scene: MapScene): void {
    const startedAtMs = performance.now();
    this.camera.setMap(scene.state.map.width, scene.state.map.height);
    const before = this.drawn;
    const isCameraMoved = before?.cameraVersion !== this.camera.version;
    const isBackgroundDue = isCameraMoved || this.bitmap.isStale(scene, this.camera, this.palette, this.pixelRatio);
    const isDynamicDue = isCameraMoved || isMoving(scene) || before === null || differs(before.scene, before.sequence, scene);
    const isOverlayDue = isDynamicDue || differsInOverlay(before.scene, scene);
    if (!isBackgroundDue && !isOverlayDue) {
      return;
    }
    if (isBackgroundDue) {
      this.drawBackground(scene, startedAtMs);
    }
    if (isDynamicDue) {
      this.layout.update(scene, this.camera.zoom, startedAtMs - this.drawnAtMs);
      this.drawnAtMs = startedAtMs;
      this.drawDynamic(scene, startedAtMs);
    }
    if (isOverlayDue) {
      this.drawOverlay(scene, startedAtMs);
    }
    this.drawn = { scene, sequence: scene.state.sequence, cameraVersion: this.camera.version };
    this.remember(performance.now() - startedAtMs);
  }

  /** What is at a point of the container, in CSS pixels from its upper left, in the picture last drawn. */
  hitTest(x: number, y: number): Hit {
    return hitTest(this.layout, this.camera, x, y);
  }

  dispose(): void {
    for (const { canvas } of [this.background, this.dynamic, this.overlay]) {
      canvas.remove();
    }
    this.drawn = null;
  }

  private drawBackground(scene: MapScene, clockMs: number): void {
    const { context } = this.background;
    context.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
    context.fillStyle = this.palette.sky;
    context.fillRect(0, 0, this.camera.width, this.camera.height);
    this.bitmap.copyTo(context, scene, this.camera, this.palette, this.pixelRatio, clockMs);
  }

  private drawDynamic(scene: MapScene, clockMs: number): void {
    this.dynamicDraws++;
    const frame = this.begin(this.dynamic, scene, clockMs);
    const range = this.camera.visibleTiles();
    drawMineFillings(frame, range);
    drawSwirls(frame, range);
    drawTrails(frame, range);
    drawMineNumbers(frame, range);
    drawMiningPulses(frame, range);
    drawRobots(frame, range);
    drawRobotDetails(frame, range);
    drawCrowds(frame, range);
    drawEffects(frame, effectsAt(scene, (robotId) => this.layout.placeOf(scene, robotId)));
  }

  private drawOverlay(scene: MapScene, clockMs: number): void {
    this.overlayDraws++;
    const frame = this.begin(this.overlay, scene, clockMs);
    drawHovered(frame);
    drawPlannedRoute(frame);
    drawSelection(frame);
  }

  private begin({ context }: Surface, scene: MapScene, clockMs: number): Frame {
    context.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
    context.clearRect(0, 0, this.camera.width, this.camera.height);
    return { context, camera: this.camera, palette: this.palette, scene, layout: this.layout, sprites: this.sprites, clockMs };
  }

  private remember(ms: number): void {
    this.frameMs.push(ms);
    if (this.frameMs.length > REMEMBERED_FRAMES) {
      this.frameMs.shift();
    }
  }

  private addCanvas(document: Document): Surface {
    const surface = createSurface(document, 1, 1);
    const { style } = surface.canvas;
    style.position = 'absolute';
    style.inset = '0';
    style.width = '100%';
    style.height = '100%';
    surface.canvas.setAttribute('aria-hidden', 'true');
    this.container.append(surface.canvas);
    return surface;
  }
}

/** Whether the picture changes by itself, as time goes by. */
function isMoving(scene: MapScene): boolean {
  return scene.speed !== 0 && !scene.reducedMotion;
}

function differs(before: MapScene, sequence: number, scene: MapScene): boolean {
  return (
    before.state !== scene.state ||
    sequence !== scene.state.sequence ||
    before.nowMs !== scene.nowMs ||
    before.speed !== scene.speed ||
    before.looks !== scene.looks ||
    before.recent !== scene.recent ||
    before.followedPlayerId !== scene.followedPlayerId ||
    before.reducedMotion !== scene.reducedMotion
  );
}

function differsInOverlay(before: MapScene, scene: MapScene): boolean {
  return before.selection !== scene.selection || before.hovered !== scene.hovered || before.plannedRoute !== scene.plannedRoute;
}
