import { describe, expect, it } from 'vitest';
import { openFaults } from './openFaults';

const SENT = { width: 0, height: 8, contents: [{ kind: 'MINE', count: -1 }], 'a/b': 1 };
const fault = (pointer: string) => ({ pointer, problem: 'is wrong' });
const pointersLeft = (pointers: readonly string[], written: unknown): string[] =>
  openFaults(pointers.map(fault), SENT, written).map(({ pointer }) => pointer);

describe('openFaults', () => {
  it('are all as long as nothing has changed', () => {
    expect(pointersLeft(['', '/width', '/contents/0/count'], structuredClone(SENT))).toEqual(['', '/width', '/contents/0/count']);
  });

  it('are those whose places are untouched', () => {
    expect(pointersLeft(['/width', '/contents/0/count'], { ...SENT, width: 10 })).toEqual(['/contents/0/count']);
    expect(pointersLeft(['/width', '/contents/0/count'], { ...SENT, contents: [] })).toEqual(['/width']);
  });

  it('of the whole plan are gone with any change', () => {
    expect(pointersLeft(['', '/contents/0'], { ...SENT, height: 9 })).toEqual(['/contents/0']);
  });

  it('find what is missing, and names that are escaped', () => {
    expect(pointersLeft(['/name', '/a~1b'], { ...SENT, name: 'maze' })).toEqual(['/a~1b']);
    expect(pointersLeft(['/name', '/a~1b'], { ...SENT, 'a/b': 2 })).toEqual(['/name']);
  });
});
