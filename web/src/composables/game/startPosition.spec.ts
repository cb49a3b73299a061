import { describe, expect, it } from 'vitest';
import { momentOfLink } from './startPosition';

describe('the moment of a link', () => {
  it.each([['0', 0], ['61500', 61_500]])('is %s ms after the start', (at, ms) => {
    expect(momentOfLink(at)).toBe(ms);
  });

  it.each(['', '-5', '1.5', '12s', '1e3', ' 7', '9'.repeat(40), undefined, null, ['5', '6']])('is none for %j', (at) => {
    expect(momentOfLink(at)).toBeNull();
  });
});
