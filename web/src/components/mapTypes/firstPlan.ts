import type { MapType } from '../../game/mapType';

/** What an author begins with: small, without fault, and with a little of everything. */
export const FIRST_PLAN: MapType = {
  name: 'crossroads',
  description: 'Two walls with a gap, and the best in the middle.',
  width: 12,
  height: 9,
  defaultGravity: 'LIGHT',
  blackHoleDestruction: 500,
  gravity: [
    { area: [{ ring: [2, 2] }], level: 'MEDIUM' },
    { area: [{ ring: [3, 4] }], level: 'INTENSE' },
  ],
  structure: [{ area: [{ from: [3, 2], to: [3, 6] }, { from: [8, 2], to: [8, 6] }], kind: 'VOID' }],
  contents: [
    { area: [{ from: [0, 0], to: [1, 8] }], kind: 'SPACE_STATION', count: 2 },
    { area: [{ from: [10, 0], to: [11, 8] }], kind: 'SPACE_STATION', count: 2 },
    { area: [{ ring: [0, 1] }], kind: 'MINE', count: 6, resource: 'BIO_MATTER', units: [800, 1000] },
    { area: [{ ring: [2, 2] }], kind: 'MINE', count: 3, resource: 'CRYO_GAS', units: [600, 800] },
    { area: [{ from: [4, 3], to: [7, 5] }], kind: 'MINE', count: 2, resource: 'PLASMA_CORE', units: [300, 300] },
    { area: [{ from: [4, 1], to: [7, 7] }], kind: 'BLACK_HOLE', count: 2 },
  ],
  discoveries: [{ area: [{ all: true }], resource: 'CRYO_GAS', whenLeft: 200, delayMs: 30_000, units: [400, 600], atMost: 2 }],
};
