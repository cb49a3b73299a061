import { describe, expect, it } from 'vitest';
import { FIRST_PLAN } from './firstPlan';
import { writeJson } from './writeJson';

describe('writeJson', () => {
  it('keeps on a line what fits there', () => {
    expect(writeJson({ name: 'a', tiles: [[1, 2]], none: {} })).toBe('{ "name": "a", "tiles": [[1, 2]], "none": {} }');
  });

  it('breaks what does not', () => {
    const long = 'x'.repeat(70);
    expect(writeJson({ long, list: [1, 2] })).toBe(`{\n  "long": "${long}",\n  "list": [1, 2]\n}`);
  });

  it('writes what can be read again', () => {
    expect(JSON.parse(writeJson(FIRST_PLAN))).toEqual(FIRST_PLAN);
  });
});
