/** The colours of the map, as CSS colours, and its font. */
export interface Palette {
  readonly sky: string;
  /** By gravity, 1 to 3. */
  readonly gravity: readonly [string, string, string];
  readonly lane: string;
  readonly text: string;
  readonly station: string;
  readonly mine: string;
  readonly blackHole: string;
  /** Eight, by `PlayerLook.colour`. */
  readonly players: readonly string[];
  readonly ownRim: string;
  readonly accent: string;
  readonly danger: string;
  readonly isDark: boolean;
  readonly font: string;
}

export const PLAYER_COLOURS = 8;
const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** The dark theme of tokens.css, for tests and for when there is no style sheet. */
export const DARK_PALETTE: Palette = {
  sky: '#070a11',
  gravity: ['#202b42', '#2e3c5b', '#3f527a'],
  lane: '#415274',
  text: '#c5cfdf',
  station: '#93a0b8',
  mine: '#8290aa',
  blackHole: '#000000',
  players: ['#56b4e9', '#e69f00', '#2dc59b', '#d98bb8', '#f0743a', '#4f8fe0', '#f0e442', '#c9ced8'],
  ownRim: '#ffffff',
  accent: '#6cb0ff',
  danger: '#ff8a80',
  isDark: true,
  font: "'Inter Variable', system-ui, sans-serif",
};

/** Reads the palette from the CSS variables that hold at an element; read it anew when the theme changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const sky = read('--sky', DARK_PALETTE.sky);
  return {
    sky,
    gravity: [
      read('--gravity-1', DARK_PALETTE.gravity[0]),
      read('--gravity-2', DARK_PALETTE.gravity[1]),
      read('--gravity-3', DARK_PALETTE.gravity[2]),
    ],
    lane: read('--lane', DARK_PALETTE.lane),
    text: read('--map-text', DARK_PALETTE.text),
    station: read('--station', DARK_PALETTE.station),
    mine: read('--mine', DARK_PALETTE.mine),
    blackHole: read('--black-hole', DARK_PALETTE.blackHole),
    players: DARK_PALETTE.players.map((otherwise, number) => read(`--player-${number}`, otherwise)),
    ownRim: read('--own-rim', DARK_PALETTE.ownRim),
    accent: read('--accent', DARK_PALETTE.accent),
    danger: read('--danger', DARK_PALETTE.danger),
    isDark: luminance(sky) < 0.5,
    font: read('--font', DARK_PALETTE.font),
  };
}

export function playerColour(palette: Palette, colour: number): string {
  return palette.players[colour % PLAYER_COLOURS] ?? palette.text;
}

/** The same colour, not to be seen: where a gradient fades out, without going through grey. */
export function clear(colour: string): string {
  return HEX.test(colour) ? `${colour}00` : 'transparent';
}

/** Of a `#rrggbb` colour, from 0 to 1; what is not one counts as dark. */
export function luminance(colour: string): number {
  const match = HEX.exec(colour);
  if (!match) {
    return 0;
  }
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
