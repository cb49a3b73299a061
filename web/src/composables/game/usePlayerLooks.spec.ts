import { describe, expect, it } from 'vitest';
import { looksOf } from './usePlayerLooks';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

describe('looks of players', () => {
  it('go by the order of joining for a spectator', () => {
    expect([...looksOf(ids(3), null).values()].map((look) => look.colour)).toEqual([0, 1, 2]);
  });

  it('give the own player colour 0 and nobody else', () => {
    const looks = looksOf(ids(9), 'p4');
    expect(looks.get('p4')).toEqual({ colour: 0, shape: 0, isOwn: true });
    expect(ids(9).filter((id) => looks.get(id)?.colour === 0)).toEqual(['p4']);
  });

  it('change the shape when the colours begin anew', () => {
    const looks = looksOf(ids(10), null);
    expect(looks.get('p8')).toEqual({ colour: 0, shape: 1, isOwn: false });
  });

  it('reserve no colour for somebody who only watches', () => {
    expect(looksOf(ids(1), 'stranger').get('p0')?.colour).toBe(0);
  });
});
