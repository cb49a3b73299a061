import { describe, expect, it } from 'vitest';
import { isAbsentPart, NOT_REACHED, notReached, PAGE_FAILED, Problem, problemOfResponse, toProblem, UNEXPECTED_ANSWER } from './problems';

describe('problemOfResponse', () => {
  it('has what problem+json tells', () => {
    const body = {
      type: 'about:blank',
      title: 'Unprocessable Content',
      status: 422,
      detail: '/width is missing (and 3 more, see faults)',
      code: 'INVALID_MAP',
      faults: [{ pointer: '/width', problem: 'is missing' }],
      faultCount: 104,
    };
    const problem = problemOfResponse(new Response(null, { status: 422 }), body);
    expect(problem.code).toBe('INVALID_MAP');
    expect(problem.status).toBe(422);
    expect(problem.detail).toBe('/width is missing (and 3 more, see faults)');
    expect(problem.faults).toEqual([{ pointer: '/width', problem: 'is missing' }]);
    expect(problem.faultCount).toBe(104);
    expect(problem.retryAfterMs).toBeUndefined();
  });

  it('has when to come again', () => {
    const response = new Response(null, { status: 429, headers: { 'Retry-After': '2' } });
    expect(problemOfResponse(response, { code: 'TOO_MANY_REQUESTS', detail: 'slower' }).retryAfterMs).toBe(2_000);
  });

  it('has the game that it is about', () => {
    expect(problemOfResponse(new Response(null, { status: 409 }), { code: 'PRACTICE_GAME_RUNNING', detail: '', gameId: 'g' }).gameId).toBe('g');
  });

  it('has what else belongs to it', () => {
    const details = { searchId: 's' };
    expect(problemOfResponse(new Response(null, { status: 409 }), { code: 'ALREADY_SEARCHING', detail: '', details }).details).toEqual({ searchId: 's' });
    expect(problemOfResponse(new Response(null, { status: 409 }), { code: 'GAME_FULL', detail: '' }).details).toEqual({});
  });

  it.each([null, 'Bad Gateway', {}])('says so if the answer is not of our server: %j', (body) => {
    const problem = problemOfResponse(new Response(null, { status: 502, statusText: 'Bad Gateway' }), body);
    expect([problem.code, problem.status, problem.detail]).toEqual([UNEXPECTED_ANSWER, 502, '502 Bad Gateway']);
  });
});

describe('toProblem', () => {
  it('leaves a problem as it is', () => {
    const problem = notReached(new TypeError('fetch failed'));
    expect(toProblem(problem)).toBe(problem);
    expect([problem.code, problem.status, problem.detail]).toEqual([NOT_REACHED, 0, 'fetch failed']);
  });

  it('makes one of whatever was thrown', () => {
    expect([toProblem(new RangeError('oh')).code, toProblem('text').detail]).toEqual([PAGE_FAILED, 'text']);
  });
});

describe('isAbsentPart', () => {
  it('tells a part that is not there from one that fails', () => {
    const problem = (status: number, code: string) => new Problem({ status, code, detail: '' });
    expect(isAbsentPart(problem(404, 'UNKNOWN_ROUTE'))).toBe(true);
    expect(isAbsentPart(problem(404, 'UNKNOWN_PLAYER'))).toBe(false);
    expect(isAbsentPart(problem(503, 'NOT_AVAILABLE'))).toBe(false);
  });
});
