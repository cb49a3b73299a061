import { createSurface } from './Surface';

const LARGEST_CACHE = 1_500;

/** Small square pictures that are drawn once and copied many times, in device pixels. */
export class SpriteCache {
  private readonly sprites = new Map<number, HTMLCanvasElement>();
  private ratio = 1;

  constructor(private readonly document: Document) {}

  /** Device pixels of a CSS pixel. */
  get pixelRatio(): number {
    return this.ratio;
  }

  /** Forgets all, as colours or pixels have changed. */
  reset(pixelRatio: number): void {
    this.ratio = pixelRatio;
    this.sprites.clear();
  }

  get(key: number): HTMLCanvasElement | undefined {
    return this.sprites.get(key);
  }

  add(key: number, box: number, paint: (context: CanvasRenderingContext2D, centre: number) => void): HTMLCanvasElement {
    if (this.sprites.size >= LARGEST_CACHE) {
      this.sprites.clear();
    }
    const { canvas, context } = createSurface(this.document, box, box);
    paint(context, box / 2);
    this.sprites.set(key, canvas);
    return canvas;
  }
}
