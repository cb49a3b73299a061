import type { TileIndex } from '../../game/GameState';
import type { DrawnContent } from '../../game/mapType';

/** Above this many tiles the gaps between them are too fine to see; rows are drawn in one piece then. */
const TILES_WITH_GAPS = 2_500;
const GAP = 0.06;
const HALF_PI = Math.PI / 2;

interface Grid {
  readonly width: number;
  readonly height: number;
}

const fixed = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** The outline of tiles, in units of a tile, y downwards as SVG has it. */
export function tilesOutline(tiles: readonly TileIndex[], grid: Grid): string {
  const gap = grid.width * grid.height > TILES_WITH_GAPS ? 0 : GAP;
  let outline = '';
  for (let index = 0; index < tiles.length; index++) {
    const tile = tiles[index] ?? 0;
    const x = tile % grid.width;
    let length = 1;
    while (gap === 0 && tiles[index + 1] === tile + length && x + length < grid.width) {
      length++;
      index++;
    }
    const y = grid.height - 1 - Math.floor(tile / grid.width);
    const side = fixed(length - 2 * gap);
    const rise = fixed(1 - 2 * gap);
    outline += `M${fixed(x + gap)} ${fixed(y + gap)}h${side}v${rise}h-${side}z`;
  }
  return outline;
}

/** The corners of a figure, on one radius or on two in turn. */
function corners(x: number, y: number, count: number, radius: number, innerRadius = radius, turn = -HALF_PI): string {
  let outline = '';
  for (let corner = 0; corner < count; corner++) {
    const angle = turn + (2 * Math.PI * corner) / count;
    const reach = corner % 2 === 0 ? radius : innerRadius;
    outline += `${corner === 0 ? 'M' : 'L'}${fixed(x + reach * Math.cos(angle))} ${fixed(y + reach * Math.sin(angle))}`;
  }
  return `${outline}z`;
}

export function circle(x: number, y: number, radius: number): string {
  const r = fixed(radius);
  return `M${fixed(x - radius)} ${fixed(y)}a${r} ${r} 0 1 0 ${fixed(2 * radius)} 0a${r} ${r} 0 1 0 ${fixed(-2 * radius)} 0z`;
}

/** The figure of a content, its centre given; one figure a resource, as on the map of a game. */
export function figure(content: DrawnContent, x: number, y: number, scale = 1): string {
  if (content.kind !== 'MINE') return circle(x, y, scale * (content.kind === 'SPACE_STATION' ? 0.3 : 0.27));
  switch (content.resource) {
    case 'CRYO_GAS':
      return corners(x, y, 6, 0.29 * scale);
    case 'DARK_MATTER':
      return corners(x, y, 4, 0.32 * scale, 0.32 * scale, Math.PI / 4);
    case 'ION_DUST':
      return corners(x, y, 4, 0.34 * scale);
    case 'PLASMA_CORE':
      return corners(x, y, 10, 0.36 * scale, 0.17 * scale);
    default:
      return circle(x, y, 0.25 * scale);
  }
}

/** What figures are drawn alike: stations, black holes, and mines by resource. */
export function figureName(content: DrawnContent): string {
  return content.kind === 'MINE' ? (content.resource ?? 'BIO_MATTER') : content.kind;
}

/** An outline for each name of figure. */
export function contentOutlines(contents: ReadonlyMap<TileIndex, DrawnContent>, grid: Grid, scale = 1): Map<string, string> {
  const outlines = new Map<string, string>();
  for (const [tile, content] of contents) {
    const x = (tile % grid.width) + 0.5;
    const y = grid.height - Math.floor(tile / grid.width) - 0.5;
    const name = figureName(content);
    outlines.set(name, (outlines.get(name) ?? '') + figure(content, x, y, scale));
  }
  return outlines;
}
