import type { GameMap, GameState } from '../../game/GameState';
import type { TileRange } from '../Camera';
import type { Projection } from '../frame';
import { clear, playerColour, type Palette } from '../palette';
import type { MapScene } from '../scene';

const TURN = 2 * Math.PI;
const GAP = 0.09;

/** The colours of the players at home at each station, by its tile. */
export function homesOf(state: GameState, looks: MapScene['looks']): ReadonlyMap<number, readonly number[]> {
  const homes = new Map<number, number[]>();
  for (const player of state.players.values()) {
    const tile = player.homeStation.y * state.map.width + player.homeStation.x;
    const colours = homes.get(tile) ?? [];
    colours.push(looks.get(player.playerId)?.colour ?? 0);
    homes.set(tile, colours);
  }
  return homes;
}

/** A hub in a ring, which has a segment for each player at home there. */
export function drawStations(
  context: CanvasRenderingContext2D,
  map: GameMap,
  homes: ReadonlyMap<number, readonly number[]>,
  projection: Projection,
  range: TileRange,
  palette: Palette,
): void {
  for (const [tile, content] of map.contents) {
    const x = tile % map.width;
    const y = Math.floor(tile / map.width);
    if (content === 'SPACE_STATION' && isInRange(x, y, range)) {
      drawStation(context, projection.toScreenX(x + 0.5), projection.toScreenY(y + 0.5), projection.zoom, homes.get(tile) ?? [], palette);
    }
  }
}

function drawStation(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  zoom: number,
  colours: readonly number[],
  palette: Palette,
): void {
  const radius = Math.max(2.5, Math.min(zoom * 0.35, 5 + zoom * 0.19));
  const thickness = Math.max(1.25, Math.min(zoom * 0.08, 1.5 + zoom * 0.04));
  drawHalo(context, x, y, zoom, colours, palette);
  context.fillStyle = palette.sky;
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fill();

  if (zoom >= 16) {
    context.strokeStyle = palette.station;
    context.lineWidth = Math.max(1, zoom * 0.022);
    context.beginPath();
    for (let spoke = 0; spoke < 4; spoke++) {
      const angle = TURN / 8 + (spoke * TURN) / 4;
      context.moveTo(x + Math.cos(angle) * radius * 0.4, y + Math.sin(angle) * radius * 0.4);
      context.lineTo(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius);
    }
    context.stroke();
  }
  context.fillStyle = palette.station;
  context.beginPath();
  context.arc(x, y, Math.max(1, radius * 0.3), 0, TURN);
  context.fill();

  context.lineWidth = thickness;
  context.lineCap = 'butt';
  if (colours.length === 0) {
    context.strokeStyle = palette.station;
    context.beginPath();
    context.arc(x, y, radius, 0, TURN);
    context.stroke();
    return;
  }
  const gap = colours.length > 1 ? GAP : 0;
  colours.forEach((colour, index) => {
    context.strokeStyle = playerColour(palette, colour);
    context.beginPath();
    context.arc(x, y, radius, -TURN / 4 + (index * TURN) / colours.length + gap, -TURN / 4 + ((index + 1) * TURN) / colours.length - gap);
    context.stroke();
  });
}

/** A faint light in the colours of those at home, so that a base is found at a glance. */
function drawHalo(context: CanvasRenderingContext2D, x: number, y: number, zoom: number, colours: readonly number[], palette: Palette): void {
  const reach = Math.max(6, zoom * 0.62);
  for (const colour of colours) {
    const light = context.createRadialGradient(x, y, reach * 0.35, x, y, reach);
    light.addColorStop(0, playerColour(palette, colour));
    light.addColorStop(1, clear(playerColour(palette, colour)));
    context.globalAlpha = (palette.isDark ? 0.28 : 0.2) / colours.length;
    context.fillStyle = light;
    context.beginPath();
    context.arc(x, y, reach, 0, TURN);
    context.fill();
  }
  context.globalAlpha = 1;
}

export function isInRange(x: number, y: number, range: TileRange): boolean {
  return x >= range.firstX && x <= range.lastX && y >= range.firstY && y <= range.lastY;
}
