import { playerColour, type Palette } from './palette';
import { traceRobot } from './robotShapes';
import type { PlayerLook } from './scene';
import type { SpriteCache } from './SpriteCache';

const LARGEST_SIZE = 256;
const SHAPES = 4;
const HEADINGS = 8;

/** A robot in the middle of a square picture, the same for all of a look, heading and size. */
export function robotSprite(cache: SpriteCache, palette: Palette, look: PlayerLook, heading: number, sizePx: number): HTMLCanvasElement {
  const size = Math.min(LARGEST_SIZE - 1, Math.round(sizePx * cache.pixelRatio));
  const lookKey = (look.colour * SHAPES + (look.shape % SHAPES)) * 2 + (look.isOwn ? 1 : 0);
  const key = (lookKey * HEADINGS + heading) * LARGEST_SIZE + size;
  return cache.get(key) ?? cache.add(key, size + Math.ceil(6 * cache.pixelRatio), (context, centre) => {
    paint(context, palette, cache.pixelRatio, look, heading, centre, size);
  });
}

function paint(
  context: CanvasRenderingContext2D,
  palette: Palette,
  pixelRatio: number,
  look: PlayerLook,
  heading: number,
  centre: number,
  size: number,
): void {
  const rim = (colour: string, widthPx: number): void => {
    context.strokeStyle = colour;
    context.lineWidth = widthPx * pixelRatio;
    context.stroke();
  };
  context.lineJoin = 'round';
  context.beginPath();
  traceRobot(context, look.shape, heading, centre, centre, size);
  if (look.isOwn) {
    const rimPx = Math.max(1.5, Math.min(3.5, (size / pixelRatio) * 0.15));
    // A white rim alone would not be seen on a light tile.
    rim(palette.isDark ? palette.sky : palette.text, rimPx + 1.25);
    rim(palette.ownRim, rimPx);
  } else {
    rim(palette.isDark ? palette.sky : palette.ownRim, 1.5);
  }
  context.fillStyle = playerColour(palette, look.colour);
  context.fill();
}
