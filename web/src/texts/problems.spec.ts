import { describe, expect, it } from 'vitest';
import { de, en, isKnownProblem, problemDetail, problemSentence } from './problems';

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

describe('problemDetail', () => {
  const detail = 'end it with POST /games/g/end';

  it('keeps what speaks of the API from whoever plays', () => {
    expect(problemDetail(de, { code: 'PRACTICE_GAME_RUNNING', detail })).toBeNull();
    expect(problemSentence(de, { code: 'PRACTICE_GAME_RUNNING', detail })).not.toContain('POST');
  });

  it('has the server’s words where they alone name the place', () => {
    expect(problemDetail(de, { code: 'MALFORMED_JSON', detail: 'line 3' })).toBe('line 3');
  });

  it('does not repeat what the sentence is already', () => {
    expect([isKnownProblem(en, 'NEW_CODE'), problemDetail(en, { code: 'NEW_CODE', detail })]).toEqual([false, null]);
  });
});
