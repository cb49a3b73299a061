import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginSearch, leaveSearch, readSearch, renewSearch } from './matchmaking';

const requests: Request[] = [];
let answer: Response;

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const sent = () => requests.map(({ method, url, headers }) => [method, url, headers.get('X-XSRF-TOKEN')]);

beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=shown' });
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(request);
    return Promise.resolve(answer);
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('matchmaking', () => {
  it('begins a search, whose id the server makes', async () => {
    answer = json({ searchId: 's' }, 201);
    expect(await beginSearch('c', { pace: 'FAST', bot: 'EASY_BOT', botAfterMs: 15_000 })).toBe('s');
    expect(sent()).toEqual([['POST', 'http://localhost/ingest/matchmaking', 'shown']]);
    expect(await requests[0]?.json()).toEqual({ commandId: 'c', pace: 'FAST', bot: 'EASY_BOT', botAfterMs: 15_000 });
  });

  it('renews it as the page, and reads it beside the page', async () => {
    answer = json({ searchId: 's', endsAt: '2026-11-30T12:00:30Z' });
    await renewSearch('s');
    answer = json({ searchId: 's', state: 'FOUND', roomId: 'r', playerId: 'p', pace: 'SLOW' });
    expect(await readSearch('s')).toMatchObject({ roomId: 'r', pace: 'SLOW' });
    expect(sent()).toEqual([
      ['PUT', 'http://localhost/ingest/matchmaking/s', 'shown'],
      ['GET', 'http://localhost/matchmaking/s', null],
    ]);
  });

  it('leaves it even while the page is being closed', async () => {
    answer = new Response(null, { status: 204 });
    await leaveSearch('s');
    expect(sent()).toEqual([['DELETE', 'http://localhost/ingest/matchmaking/s', 'shown']]);
    expect(requests[0]?.keepalive).toBe(true);
  });

  it('tells which search runs already', async () => {
    answer = json({ code: 'ALREADY_SEARCHING', detail: '', details: { searchId: 's' } }, 409);
    await expect(beginSearch('c', { pace: 'NORMAL' })).rejects.toMatchObject({ code: 'ALREADY_SEARCHING', status: 409, details: { searchId: 's' } });
  });
});
