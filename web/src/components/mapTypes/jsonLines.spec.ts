import { describe, expect, it } from 'vitest';
import { jsonLines, lineOfPointer } from './jsonLines';

const TEXT = `{
  "name": "pocket",
  "gravity": [
    { "area": [{ "all": true }], "level": "LIGHT" },
    {
      "area": [
        { "ring": [1, 2] }
      ],
      "level": "HEAVY"
    }
  ],
  "a/b~c": -1.5e3
}`;

describe('jsonLines', () => {
  const found = jsonLines(TEXT);

  it.each([
    ['', 1],
    ['/name', 2],
    ['/gravity', 3],
    ['/gravity/0', 4],
    ['/gravity/0/level', 4],
    ['/gravity/1', 5],
    ['/gravity/1/area', 6],
    ['/gravity/1/area/0/ring/1', 7],
    ['/gravity/1/level', 9],
    ['/a~1b~0c', 12],
  ])('has %s on line %i', (pointer, line) => {
    expect(lineOfPointer(found, pointer)).toBe(line);
    expect(found.lines.has(pointer)).toBe(true);
  });

  it('gives a place that is missing the line of what is around it', () => {
    expect(lineOfPointer(found, '/width')).toBe(1);
    expect(lineOfPointer(found, '/gravity/1/area/0/from/0')).toBe(7);
    expect(lineOfPointer(found, '/gravity/7')).toBe(3);
  });

  it('finds no fault in JSON of any kind', () => {
    for (const text of ['0', ' "a\\u00e4\\n" ', '[]', '{}', '[1, [], {"x": null}]', TEXT]) expect(jsonLines(text).fault).toBeNull();
  });

  it.each([
    ['', 1],
    ['{\n  "a": 1\n  "b": 2\n}', 3],
    ['{\n  "a": 1,\n}', 3],
    ['[1,\n2', 2],
    ['{}\n\n{}', 3],
    ['{\n  a: 1\n}', 2],
    ['[01]', 1],
    ['["\n"]', 1],
  ])('tells the line at which %j is no JSON any more', (text, line) => {
    expect(jsonLines(text).fault?.line).toBe(line);
  });

  it('keeps the lines of what comes before a fault', () => {
    expect(lineOfPointer(jsonLines('{\n"a": 1,\n"b": [2,\n'), '/b/0')).toBe(3);
  });
});
