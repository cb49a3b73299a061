import { describe, expect, it } from 'vitest';
import { contentOutlines, tilesOutline } from './outlines';

describe('tilesOutline', () => {
  it('draws tiles with gaps, the lowest row at the bottom', () => {
    expect(tilesOutline([0, 3], { width: 2, height: 2 })).toBe('M0.06 1.06h0.88v0.88h-0.88zM1.06 0.06h0.88v0.88h-0.88z');
  });

  it('draws the rows of a large map in one piece, and no piece over its edge', () => {
    const grid = { width: 60, height: 60 };
    expect(tilesOutline([57, 58, 59, 60, 62], grid)).toBe('M57 59h3v1h-3zM0 58h1v1h-1zM2 58h1v1h-1z');
  });
});

describe('contentOutlines', () => {
  it('has one outline for all that look alike', () => {
    const outlines = contentOutlines(
      new Map([
        [0, { kind: 'SPACE_STATION', resource: null }],
        [1, { kind: 'MINE', resource: 'ION_DUST' }],
        [2, { kind: 'SPACE_STATION', resource: null }],
      ]),
      { width: 3, height: 1 },
    );
    expect([...outlines.keys()]).toEqual(['SPACE_STATION', 'ION_DUST']);
    expect(outlines.get('ION_DUST')).toBe('M1.5 0.16L1.84 0.5L1.5 0.84L1.16 0.5z');
  });
});
