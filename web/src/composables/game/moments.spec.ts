import { describe, expect, it } from 'vitest';
import type { Moment } from '../../game/moments';
import { neighbourMoment } from './moments';

const moments: readonly Moment[] = [
  { kind: 'START', timeMs: 0, sequence: 1 },
  { kind: 'KILL', timeMs: 100, sequence: 2 },
  { kind: 'LEAD_CHANGE', timeMs: 200, sequence: 3 },
  { kind: 'KILL', timeMs: 300, sequence: 4 },
];

describe('the next moment', () => {
  it('is the first after now, of any kind', () => {
    expect(neighbourMoment(moments, 100, 1, null)?.sequence).toBe(3);
  });

  it('is the last before now when going back', () => {
    expect(neighbourMoment(moments, 300, -1, null)?.sequence).toBe(3);
  });

  it('is of the wanted kind', () => {
    expect(neighbourMoment(moments, 100, 1, 'KILL')?.sequence).toBe(4);
    expect(neighbourMoment(moments, 300, -1, 'KILL')?.sequence).toBe(2);
  });

  it('is none at the end', () => {
    expect(neighbourMoment(moments, 300, 1, null)).toBeNull();
  });
});
