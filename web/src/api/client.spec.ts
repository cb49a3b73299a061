import { afterEach, describe, expect, it, vi } from 'vitest';
import { join, listGames, practiceGame, sendCommands } from './client';
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

afterEach(() => vi.unstubAllGlobals());

describe('client', () => {
  it('reads beside the page', async () => {
    const requests = answerWith(() => json({ games: [], missing: [] }));
    expect(await listGames({ state: 'STARTED', limit: 5 })).toEqual({ games: [], missing: [] });
    expect(requests[0]?.url).toBe('http://localhost/games?state=STARTED&limit=5');
  });

  it('sends commands through the one door, with the token', async () => {
    const outcome = { commandId: 'c', events: [] };
    const requests = answerWith(() => json([outcome]));
    expect(await sendCommands('secret', 'g', [{ type: 'SellResources', robotId: 'r' }], 2_000)).toEqual([outcome]);
    expect(requests[0]?.url).toBe('http://localhost/ingest/games/g/commands?wait=2000');
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer secret');
    expect(await requests[0]?.json()).toEqual([{ type: 'SellResources', robotId: 'r' }]);
  });

  it('asks for a practice game with the usual opponents', async () => {
    const requests = answerWith(() => json({ gameId: 'g' }, 201));
    expect(await practiceGame('secret', { durationMs: 60_000 })).toBe('g');
    expect(await requests[0]?.json()).toEqual({ bots: 2, durationMs: 60_000 });
  });

  it('makes a problem of a refusal', async () => {
    answerWith(() => json({ code: 'GAME_FULL', detail: 'All 4 places are taken' }, 409));
    await expect(join('secret', 'g')).rejects.toMatchObject({ code: 'GAME_FULL', status: 409 });
  });

  it('makes a problem of a server that is away', async () => {
    answerWith(() => Promise.reject(new TypeError('fetch failed')));
    const failure: unknown = await listGames().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: 'NOT_REACHED', status: 0, detail: 'fetch failed' });
  });
});
