import type { TileRange } from '../Camera';
import type { Frame } from '../frame';
import { playerColour } from '../palette';
import { isInRange } from './stations';

const ROW_PX = 12;
const LARGEST_ROWS = 4;

/** Robots that share a tile, counted by player: a pill a player in its colour, one below the other. */
export function drawCrowds({ context, camera, palette, layout }: Frame, range: TileRange): void {
  context.font = `650 9px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const crowd of layout.crowds) {
    if (!isInRange(Math.floor(crowd.x), Math.floor(crowd.y), range)) {
      continue;
    }
    const rows = Math.min(LARGEST_ROWS, crowd.looks.length);
    const x = camera.toScreenX(crowd.x);
    const top = camera.toScreenY(crowd.y) - (rows * ROW_PX) / 2;
    for (let row = 0; row < rows; row++) {
      const look = crowd.looks[row];
      const text = String(crowd.counts[row] ?? 0);
      const width = 7 + text.length * 5.5;
      const y = top + row * ROW_PX + ROW_PX / 2;
      context.fillStyle = playerColour(palette, look?.colour ?? 0);
      context.beginPath();
      context.roundRect(x - width / 2, y - ROW_PX / 2 + 0.5, width, ROW_PX - 1, (ROW_PX - 1) / 2);
      context.fill();
      if (look?.isOwn) {
        context.strokeStyle = palette.isDark ? palette.ownRim : palette.text;
        context.lineWidth = 1;
        context.stroke();
      }
      context.fillStyle = palette.isDark ? palette.sky : palette.ownRim;
      context.fillText(text, x, y + 0.5);
    }
  }
}
