import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchAsPage } from './csrf';

const REFUSAL = { code: 'CSRF_TOKEN_MISSING', detail: 'Send the value of the cookie' };
let page: { cookie: string };
let sent: { url: string; value: string | null; body: string }[];
let answers: Response[];

const post = (): Request => new Request('http://localhost/ingest/games', { method: 'POST', body: '{"durationMs":60000}' });
const refusal = (body: object = REFUSAL): Response => new Response(JSON.stringify(body), { status: 403 });

beforeEach(() => {
  page = { cookie: 'other=1; XSRF-TOKEN=one; another=2' };
  sent = [];
  answers = [];
  vi.stubGlobal('document', page);
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const request = new Request(input);
    sent.push({ url: request.url, value: request.headers.get('X-XSRF-TOKEN'), body: await request.text() });
    // Who one is, comes with the cookie.
    if (request.url.endsWith('/users/me')) page.cookie = 'XSRF-TOKEN=two';
    return answers.shift() ?? new Response('{}');
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('fetchAsPage', () => {
  it('shows with the cookie’s value that the page itself has sent a request', async () => {
    await fetchAsPage(post());
    expect(sent).toEqual([{ url: 'http://localhost/ingest/games', value: 'one', body: '{"durationMs":60000}' }]);
  });

  it('reads the cookie at each request', async () => {
    await fetchAsPage(post());
    page.cookie = 'XSRF-TOKEN=changed';
    await fetchAsPage(post());
    expect(sent.map(({ value }) => value)).toEqual(['one', 'changed']);
  });

  it('adds nothing to what only reads', async () => {
    await fetchAsPage(new Request('http://localhost/ingest/users/me'));
    expect(sent.map(({ value }) => value)).toEqual([null]);
  });

  it('does not take a part of another cookie’s name for it', async () => {
    page.cookie = 'MY-XSRF-TOKEN=none';
    await fetchAsPage(post());
    expect(sent.map(({ value }) => value)).toEqual([null]);
  });

  it('fetches what is missing and sends the same once more', async () => {
    page.cookie = '';
    answers = [refusal()];
    expect((await fetchAsPage(post())).status).toBe(200);
    expect(sent).toEqual([
      { url: 'http://localhost/ingest/games', value: null, body: '{"durationMs":60000}' },
      { url: 'http://localhost/ingest/users/me', value: null, body: '' },
      { url: 'http://localhost/ingest/games', value: 'two', body: '{"durationMs":60000}' },
    ]);
  });

  it('gives up after the second try', async () => {
    answers = [refusal(), new Response('{}'), refusal()];
    const response = await fetchAsPage(post());
    expect([response.status, await response.json(), sent.length]).toEqual([403, REFUSAL, 3]);
  });

  it('leaves other refusals alone', async () => {
    answers = [refusal({ code: 'NOT_YOU' })];
    const response = await fetchAsPage(post());
    expect([response.status, await response.json(), sent.length]).toEqual([403, { code: 'NOT_YOU' }, 1]);
  });
});
