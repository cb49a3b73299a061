import type { TileRange } from '../Camera';
import { ZOOM, type Frame } from '../frame';
import { PLAYER_COLOURS, playerColour } from '../palette';
import { robotSprite } from '../RobotSprites';

const LEAST_SIZE_PX = 8;
const LARGEST_SIZE_PX = 40;
/** Added at every zoom, so that robots stay larger than what they stand on when seen from afar. */
const BONUS_PX = 2.5;
const DIMMED_ALPHA = 0.22;
const TURN = 2 * Math.PI;

/** The robot's length on the screen. */
export function robotSizePx(zoom: number, sizeInTiles: number): number {
  return Math.min(LARGEST_SIZE_PX, Math.max(LEAST_SIZE_PX, zoom * sizeInTiles + BONUS_PX));
}

/** All robots that are drawn by themselves: dimmed ones first, one's own last. */
export function drawRobots(frame: Frame, range: TileRange): void {
  if (frame.camera.zoom < ZOOM.arrows) {
    drawDots(frame, range);
    return;
  }
  const { context, layout } = frame;
  context.globalAlpha = DIMMED_ALPHA;
  const dimmed = drawArrows(frame, range, (index) => layout.dimmed[index] === 1);
  context.globalAlpha = 1;
  if (dimmed < layout.count) {
    drawArrows(frame, range, (index) => layout.dimmed[index] === 0 && layout.looks[index]?.isOwn !== true);
    drawArrows(frame, range, (index) => layout.dimmed[index] === 0 && layout.looks[index]?.isOwn === true);
  }
}

function drawArrows(
  { context, camera, layout, palette, sprites }: Frame,
  range: TileRange,
  belongs: (index: number) => boolean,
): number {
  let drawn = 0;
  for (let index = 0; index < layout.count; index++) {
    if (!layout.shown[index] || !belongs(index) || !isVisible(layout.x[index] ?? 0, layout.y[index] ?? 0, range)) {
      continue;
    }
    const look = layout.looks[index];
    if (look) {
      const sizePx = robotSizePx(camera.zoom, layout.size[index] ?? 0);
      const sprite = robotSprite(sprites, palette, look, layout.heading[index] ?? 0, sizePx);
      const boxPx = sprite.width / sprites.pixelRatio;
      const x = camera.toScreenX(layout.x[index] ?? 0) - boxPx / 2;
      const y = camera.toScreenY(layout.y[index] ?? 0) - boxPx / 2;
      context.drawImage(sprite, x, y, boxPx, boxPx);
      drawn++;
    }
  }
  return drawn;
}

/** From far away: a dot in the player's colour, one path a colour. */
function drawDots({ context, camera, palette, layout }: Frame, range: TileRange): void {
  const radius = Math.max(1.6, camera.zoom * 0.28);
  for (let key = 0; key < PLAYER_COLOURS * 2; key++) {
    const isDimmed = key < PLAYER_COLOURS ? 1 : 0;
    // One's own colour is 0 and comes last, on top.
    const colour = PLAYER_COLOURS - 1 - (key % PLAYER_COLOURS);
    context.beginPath();
    let isEmpty = true;
    for (let index = 0; index < layout.count; index++) {
      if (
        !layout.shown[index] ||
        layout.dimmed[index] !== isDimmed ||
        (layout.looks[index]?.colour ?? 0) % PLAYER_COLOURS !== colour ||
        !isVisible(layout.x[index] ?? 0, layout.y[index] ?? 0, range)
      ) {
        continue;
      }
      const x = camera.toScreenX(layout.x[index] ?? 0);
      const y = camera.toScreenY(layout.y[index] ?? 0);
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, TURN);
      isEmpty = false;
    }
    if (!isEmpty) {
      context.globalAlpha = isDimmed ? DIMMED_ALPHA : 1;
      context.fillStyle = playerColour(palette, colour);
      context.fill();
    }
  }
  context.globalAlpha = 1;
}

export function isVisible(worldX: number, worldY: number, range: TileRange): boolean {
  return worldX >= range.firstX - 1 && worldX <= range.lastX + 2 && worldY >= range.firstY - 1 && worldY <= range.lastY + 2;
}
