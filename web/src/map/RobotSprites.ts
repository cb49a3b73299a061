import { playerColour, type Palette } from './palette';
import { traceRobot } from './robotShapes';
import type { PlayerLook } from './scene';
import { createSurface } from './Surface';

const LARGEST_CACHE = 1_500;
const LARGEST_SIZE = 256;

/** Robots drawn once for each look, heading and size, and then copied. */
export class RobotSprites {
  private readonly cache = new Map<number, HTMLCanvasElement>();
  private ratio = 1;

  constructor(
    private readonly document: Document,
    private palette: Palette,
  ) {}

  /** Device pixels of a CSS pixel. */
  get pixelRatio(): number {
    return this.ratio;
  }

  reset(palette: Palette, pixelRatio: number): void {
    this.palette = palette;
    this.ratio = pixelRatio;
    this.cache.clear();
  }

  /** A square picture with the robot in its middle. */
  of(look: PlayerLook, heading: number, sizePx: number): HTMLCanvasElement {
    const size = Math.min(LARGEST_SIZE - 1, Math.round(sizePx * this.ratio));
    const key = (((look.colour * 4 + (look.shape % 4)) * 2 + (look.isOwn ? 1 : 0)) * 8 + heading) * LARGEST_SIZE + size;
    const known = this.cache.get(key);
    if (known) {
      return known;
    }
    if (this.cache.size >= LARGEST_CACHE) {
      this.cache.clear();
    }
    const sprite = this.paint(look, heading, size);
    this.cache.set(key, sprite);
    return sprite;
  }

  private paint(look: PlayerLook, heading: number, size: number): HTMLCanvasElement {
    const box = size + Math.ceil(6 * this.ratio);
    const { canvas, context } = createSurface(this.document, box, box);
    context.lineJoin = 'round';
    context.beginPath();
    traceRobot(context, look.shape, heading, box / 2, box / 2, size);
    const rimPx = Math.max(2, Math.min(3.5, (size / this.ratio) * 0.15));
    if (look.isOwn) {
      this.rim(context, this.palette.isDark ? this.palette.sky : this.palette.text, rimPx + 1.5);
      this.rim(context, this.palette.ownRim, rimPx);
    } else {
      this.rim(context, this.palette.isDark ? this.palette.sky : this.palette.ownRim, 1.5);
    }
    context.fillStyle = playerColour(this.palette, look.colour);
    context.fill();
    return canvas;
  }

  private rim(context: CanvasRenderingContext2D, colour: string, width: number): void {
    context.strokeStyle = colour;
    context.lineWidth = width * this.ratio;
    context.stroke();
  }
}
