import { describe, expect, it } from 'vitest';
import { de, en, problemSentence } from './problems';

describe('problemSentence', () => {
  it('is of the game’s words where the code is known', () => {
    expect(problemSentence(en, { code: 'GAME_FULL', detail: 'x' })).toBe('The game is full. Watch it, or join another one.');
    expect(problemSentence(de, { code: 'GAME_FULL', detail: 'x' })).toBe('Das Spiel ist voll. Sieh zu oder tritt einem anderen bei.');
  });

  it('is the server’s own where it is not', () => {
    expect(problemSentence(en, { code: 'NEW_CODE', detail: 'Something new' })).toBe('Something new');
  });

  it('says when to come again', () => {
    expect(problemSentence(en, { code: 'TOO_MANY_REQUESTS', detail: '', retryAfterMs: 3_000 })).toBe('That was too much at once. Try again in 3 s.');
  });

  it('is there in both languages', () => {
    expect(Object.keys(de.sentences)).toEqual(Object.keys(en.sentences));
  });
});
