import { describe, expect, it } from 'vitest';
import { clock, formats } from './format';

const { en, de } = formats;
const NOW_MS = Date.parse('2026-11-29T12:00:00Z');
const SECOND_MS = 1_000;

describe('clock', () => {
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [61_000, '1:01'],
    [3_600_000, '1:00:00'],
    [-5, '0:00'],
  ])('shows %i ms as %s', (durationMs, shown) => {
    expect(clock(durationMs)).toBe(shown);
  });

  it('counts down to 0:00 only at the end', () => {
    expect(clock(1, 'up')).toBe('0:01');
    expect(clock(0, 'up')).toBe('0:00');
  });
});

describe('formats', () => {
  it('writes numbers as the language does', () => {
    expect([en.number(1_234_567.8), de.number(1_234_567.8)]).toEqual(['1,234,568', '1.234.568']);
    expect([en.decimal(0.25), de.decimal(0.25), en.decimal(4)]).toEqual(['0.25', '0,25', '4']);
    expect([en.change(12), en.change(-3), en.change(0)]).toEqual(['+12', '-3', '0']);
    expect(en.percent(0.859)).toBe('86%');
  });

  it('gives amounts their unit, one or many', () => {
    expect([en.credits(1), en.credits(1_500), de.credits(2)]).toEqual(['1 credit', '1,500 credits', '2 Credits']);
    expect([en.points(0), de.points(1), de.points(7)]).toEqual(['0 points', '1 Punkt', '7 Punkte']);
  });

  it('writes times', () => {
    expect([en.seconds(1_240), de.seconds(1_240)]).toEqual(['1.2 s', '1,2 s']);
    expect(en.duration(125_000)).toBe('2:05');
    expect([en.span(600_000), en.span(90_000), en.span(7_200_000)]).toEqual(['10 min', '90 s', '2 h']);
  });

  it.each([
    [-5 * SECOND_MS, '5 seconds ago'],
    [-90 * SECOND_MS, '1 minute ago'],
    [-7_200 * SECOND_MS, '2 hours ago'],
    [-86_400 * SECOND_MS, 'yesterday'],
    [30 * SECOND_MS, 'in 30 seconds'],
  ])('says of a moment %i ms away: %s', (awayMs, said) => {
    expect(en.relativeTime(NOW_MS + awayMs, NOW_MS)).toBe(said);
  });

  it('takes moments as the server writes them', () => {
    expect(de.relativeTime('2026-11-29T11:58:00Z', NOW_MS)).toBe('vor 2 Minuten');
  });
});
