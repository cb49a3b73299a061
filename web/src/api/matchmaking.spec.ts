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
  it('begins a search under the id of its command', async () => {
    answer = json({ searchId: 's', state: 'SEARCHING', roomId: null, endsAt: null }, 201);
    expect(await beginSearch('s', { pace: 'FAST', bot: 'EASY_BOT', botAfterMs: 15_000 })).toEqual({ searchId: 's', state: 'SEARCHING', roomId: null, endsAt: null });
    expect(sent()).toEqual([['POST', 'http://localhost/ingest/matchmaking', 'shown']]);
    expect(await requests[0]?.json()).toEqual({ commandId: 's', pace: 'FAST', bot: 'EASY_BOT', botAfterMs: 15_000 });
  });

  it('renews it as the page, and reads it beside the page', async () => {
    answer = json({ searchId: 's', state: 'FOUND', roomId: 'r', endsAt: null });
    expect((await renewSearch('s')).roomId).toBe('r');
    answer = json({ searchId: 's', state: 'FOUND', roomId: 'r', endsAt: null, playerId: 'p', pace: 'SLOW' });
    expect((await readSearch('s')).pace).toBe('SLOW');
    expect(sent()).toEqual([
      ['PUT', 'http://localhost/ingest/matchmaking/s', 'shown'],
      ['GET', 'http://localhost/matchmaking/s', null],
    ]);
  });

  it('leaves it even while the page is being closed', async () => {
    answer = json({ searchId: 's', state: 'ENDED' });
    await leaveSearch('s');
    expect(sent()).toEqual([['DELETE', 'http://localhost/ingest/matchmaking/s', 'shown']]);
    expect(requests[0]?.keepalive).toBe(true);
  });

  it('tells in which room somebody waits', async () => {
    answer = json({ code: 'NOT_SEARCHING', detail: '', details: { roomId: 'r' } }, 409);
    await expect(leaveSearch('s')).rejects.toMatchObject({ code: 'NOT_SEARCHING', status: 409, details: { roomId: 'r' } });
  });
});
