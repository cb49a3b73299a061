import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginGuestSession, beginSession, endSession, gitHubUrl, join, listGames, practiceGame, sendCommands, whoAmI } from './client';
import { Problem } from './problems';

function answerWith(answer: () => Response | Promise<Response>) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(request);
    return Promise.resolve(answer());
  });
  return requests;
}

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

beforeEach(() => vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=shown' }));

afterEach(() => vi.unstubAllGlobals());

describe('client', () => {
  it('reads beside the page', async () => {
    const requests = answerWith(() => json({ games: [], missing: [] }));
    expect(await listGames({ state: 'STARTED', limit: 5 })).toEqual({ games: [], missing: [] });
    expect(requests[0]?.url).toBe('http://localhost/games?state=STARTED&limit=5');
  });

  it('sends commands through the one door, without a token and as the page', async () => {
    const outcome = { commandId: 'c', events: [] };
    const requests = answerWith(() => json([outcome]));
    expect(await sendCommands('g', [{ type: 'SellResources', robotId: 'r' }], 2_000)).toEqual([outcome]);
    expect(requests[0]?.url).toBe('http://localhost/ingest/games/g/commands?wait=2000');
    expect([requests[0]?.headers.get('Authorization'), requests[0]?.headers.get('X-XSRF-TOKEN')]).toEqual([null, 'shown']);
    expect(await requests[0]?.json()).toEqual([{ type: 'SellResources', robotId: 'r' }]);
  });

  it('asks for a practice game with the usual opponents', async () => {
    const requests = answerWith(() => json({ gameId: 'g' }, 201));
    expect(await practiceGame({ durationMs: 60_000 })).toBe('g');
    expect(await requests[0]?.json()).toEqual({ bots: 2, durationMs: 60_000 });
  });

  it('knows who is signed in, and that nobody is', async () => {
    answerWith(() => json({ playerId: 'p', playerName: 'P', kind: 'player', expiresAt: '2026-11-29T12:00:00Z' }));
    expect(await whoAmI()).toMatchObject({ playerId: 'p', isAdministrator: false });
    answerWith(() => json({ code: 'UNAUTHENTICATED', detail: '' }, 401));
    expect(await whoAmI()).toBeNull();
    answerWith(() => json({ code: 'STARTING', detail: '' }, 503));
    await expect(whoAmI()).rejects.toMatchObject({ code: 'STARTING' });
  });

  it('signs in as a guest or with a token, and out', async () => {
    const requests = answerWith(() => json({ playerId: 'p', playerName: 'P', expiresAt: '2026-11-29T12:00:00Z' }, 201));
    expect((await beginGuestSession()).playerName).toBe('P');
    expect((await beginSession('x.y.z')).playerName).toBe('P');
    answerWith(() => new Response(null, { status: 204 }));
    await endSession();
    expect(requests.map(({ url, headers }) => [url, headers.get('Authorization')])).toEqual([
      ['http://localhost/ingest/auth/guest/session', null],
      ['http://localhost/ingest/auth/session', 'Bearer x.y.z'],
    ]);
  });

  it('knows where GitHub is, if it is offered', async () => {
    answerWith(() => json({ providers: [{ name: 'other', path: '/other' }, { name: 'github', path: '/oauth2/authorization/github' }] }));
    expect(await gitHubUrl()).toBe('http://localhost/ingest/oauth2/authorization/github');
    answerWith(() => json({ providers: [] }));
    expect(await gitHubUrl()).toBeNull();
  });

  it('makes a problem of a refusal', async () => {
    answerWith(() => json({ code: 'GAME_FULL', detail: 'All 4 places are taken' }, 409));
    await expect(join('g')).rejects.toMatchObject({ code: 'GAME_FULL', status: 409 });
  });

  it('makes a problem of a server that is away', async () => {
    answerWith(() => Promise.reject(new TypeError('fetch failed')));
    const failure: unknown = await listGames().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: 'NOT_REACHED', status: 0, detail: 'fetch failed' });
  });
});
