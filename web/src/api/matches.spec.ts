import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMatch } from './matches';
import { Problem } from './problems';

const requests: Request[] = [];
let answer: Response;

const json = (body: unknown, status: number): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=shown' });
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(request);
    return Promise.resolve(answer);
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('openMatch', () => {
  it('opens a match as the page, and tells its game', async () => {
    answer = json({ gameId: 'g', waitsUntil: '2026-11-30T12:02:00Z' }, 201);
    expect(await openMatch({ seats: 4, durationMs: 600_000, waitMs: 120_000, bots: 'MIXED' })).toBe('g');
    expect(requests.map(({ method, url, headers }) => [method, url, headers.get('X-XSRF-TOKEN')])).toEqual([['POST', 'http://localhost/ingest/matches', 'shown']]);
    expect(await requests[0]?.json()).toEqual({ seats: 4, durationMs: 600_000, waitMs: 120_000, bots: 'MIXED' });
  });

  it('says why there is none', async () => {
    answer = new Response(JSON.stringify({ code: 'LIMIT_REACHED', status: 429 }), { status: 429, headers: { 'Content-Type': 'application/problem+json' } });
    const failure = await openMatch({}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect((failure as Problem).code).toBe('LIMIT_REACHED');
  });
});
