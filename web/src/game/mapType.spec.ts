import { describe, expect, it } from 'vitest';
import { drawContents, expandAreas, joinContents, planOf, planOfDraft, seededRandom, type MapType } from './mapType';

const SIZE = { width: 4, height: 3 };

function mapType(changes: Partial<MapType> = {}): MapType {
  return { name: 'small', width: 4, height: 3, defaultGravity: 'LIGHT', ...changes };
}

describe('expandAreas', () => {
  it('takes all tiles', () => {
    expect(expandAreas([{ all: true }], SIZE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('takes single tiles by rows, each once', () => {
    expect(expandAreas([{ tiles: [[1, 2], [0, 0], [1, 2]] }], SIZE)).toEqual([0, 9]);
  });

  it('takes a rectangle from whichever corners', () => {
    expect(expandAreas([{ from: [2, 1], to: [1, 0] }], SIZE)).toEqual([1, 2, 5, 6]);
  });

  it('takes a band by its distance from the edge', () => {
    expect(expandAreas([{ ring: [0, 0] }], SIZE)).toEqual([0, 1, 2, 3, 4, 7, 8, 9, 10, 11]);
    expect(expandAreas([{ ring: [1, 5] }], SIZE)).toEqual([5, 6]);
  });

  it('joins several parts', () => {
    expect(expandAreas([{ tiles: [[3, 2]] }, { from: [0, 0], to: [1, 0] }], SIZE)).toEqual([0, 1, 11]);
  });

  it('takes a part that is in no list', () => {
    expect(expandAreas({ tiles: [[1, 0]] }, SIZE)).toEqual([1]);
  });

  it('leaves out what lies outside the map', () => {
    expect(expandAreas([{ tiles: [[4, 0], [-1, 1]] }, { from: [3, 2], to: [90, 90] }], SIZE)).toEqual([11]);
  });
});

describe('planOf', () => {
  it('lets later entries overwrite earlier ones', () => {
    const plan = planOf(
      mapType({
        gravity: [
          { area: [{ all: true }], level: 'MEDIUM' },
          { area: [{ tiles: [[0, 0]] }], level: 'INTENSE' },
        ],
        structure: [
          { area: [{ all: true }], kind: 'VOID' },
          { area: [{ from: [0, 0], to: [3, 0] }], kind: 'STAR_SYSTEM' },
        ],
      }),
    );
    expect([...plan.gravity]).toEqual([3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
    expect([...plan.voids]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('gives contents only star systems, and counts a share of them rounded down', () => {
    const plan = planOf(
      mapType({
        structure: [{ area: [{ from: [0, 0], to: [3, 0] }], kind: 'VOID' }],
        contents: [{ area: [{ from: [0, 0], to: [3, 1] }], kind: 'MINE', resource: 'ION_DUST', share: 700, units: [10, 20] }],
      }),
    );
    expect(plan.contents).toEqual([{ kind: 'MINE', resource: 'ION_DUST', unitsMin: 10, unitsMax: 20, count: 2, tiles: [4, 5, 6, 7] }]);
  });
});

describe('planOfDraft', () => {
  it.each([null, 7, 'x', {}, { width: 4 }, { width: 1, height: 3 }, { width: 4.5, height: 3 }, { width: 4, height: 3, gravity: 'x' }, { width: 900, height: 900 }])(
    'is null for %j, which cannot be drawn yet',
    (draft) => {
      expect(planOfDraft(draft)).toBeNull();
    },
  );

  it('draws what has a size', () => {
    expect(planOfDraft({ width: 2, height: 2 })?.gravity).toEqual(new Uint8Array([1, 1, 1, 1]));
  });
});

describe('joinContents', () => {
  it('joins layers of the same content, wherever they are', () => {
    const { contents } = planOf(
      mapType({
        contents: [
          { area: [{ tiles: [[0, 0], [1, 0]] }], kind: 'MINE', resource: 'CRYO_GAS', count: 1, units: [10, 20] },
          { area: [{ tiles: [[3, 2]] }], kind: 'SPACE_STATION', count: 1 },
          { area: [{ tiles: [[1, 0], [2, 0]] }], kind: 'MINE', resource: 'CRYO_GAS', count: 2, units: [5, 5] },
        ],
      }),
    );
    expect(joinContents(contents)).toEqual([
      { kind: 'MINE', resource: 'CRYO_GAS', unitsMin: 5, unitsMax: 20, count: 3, tiles: [0, 1, 2] },
      { kind: 'SPACE_STATION', resource: null, unitsMin: 0, unitsMax: 0, count: 1, tiles: [11] },
    ]);
  });
});

describe('drawContents', () => {
  const plan = planOf(
    mapType({
      contents: [
        { area: [{ all: true }], kind: 'SPACE_STATION', count: 2 },
        { area: [{ all: true }], kind: 'BLACK_HOLE', count: 20 },
      ],
    }),
  );

  it('puts one thing on a star system, and no more than there is room for', () => {
    const kinds = [...drawContents(plan, seededRandom(1)).values()].map((content) => content.kind);
    expect(kinds.filter((kind) => kind === 'SPACE_STATION')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'BLACK_HOLE')).toHaveLength(10);
  });

  it('draws the same for the same seed', () => {
    expect(drawContents(plan, seededRandom(5))).toEqual(drawContents(plan, seededRandom(5)));
  });
});
