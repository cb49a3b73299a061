import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GameEvent } from '../game/events';
import { asAnswers } from '../game/testing/asAnswers';
import { asSnapshot } from '../game/testing/asSnapshot';
import { folded, recording } from '../game/testing/fixtures';
import { fetchEvents, fetchPastEvents, fetchSnapshot } from './stream';

const { events, text } = recording('match');

function answer(body: BodyInit, init?: ResponseInit): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(body, init));
  });
  return asked;
}

/** Bytes in pieces that end anywhere, in the middle of a line or of a symbol. */
function inPieces(whole: string, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(whole);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
      } else {
        controller.enqueue(bytes.slice(at, (at += size)));
      }
    },
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('fetchEvents', () => {
  it('gives all events in batches, however the bytes come', async () => {
    const asked = answer(inPieces(text, 777));
    const batches: (readonly GameEvent[])[] = [];
    await fetchEvents('a game', 5, (batch) => batches.push(batch));
    expect(asked).toEqual(['http://localhost/games/a%20game/events?from=5']);
    expect(batches.map((batch) => batch.length)).toEqual([1_000, events.length - 1_000]);
    expect(batches.flat()).toEqual(events);
  });

  it('reads a symbol that is cut in two', async () => {
    answer(inPieces('{"type":"GamePurged","gameId":"äöü€"}\n', 1));
    const batches: (readonly GameEvent[])[] = [];
    await fetchEvents('g', 1, (batch) => batches.push(batch));
    expect(batches[0]?.[0]?.gameId).toBe('äöü€');
  });

  it('says what is wrong in the server\'s words', async () => {
    answer('{"code":"UNKNOWN_GAME","detail":"There is no such game."}', { status: 404 });
    await expect(fetchEvents('g', 1, () => undefined)).rejects.toMatchObject({ code: 'UNKNOWN_GAME', status: 404 });
  });

  it('refuses a line that is cut off', async () => {
    answer('{"type":"GamePurged"}\n{"type":"Gam');
    await expect(fetchEvents('g', 1, () => undefined)).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER' });
  });

  it('lets an abort through as it is', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('', 'AbortError')));
    await expect(fetchEvents('g', 1, () => undefined)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says that the server was not reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
    await expect(fetchEvents('g', 1, () => undefined)).rejects.toMatchObject({ code: 'NOT_REACHED' });
  });

  it('reads no further than its caller wants', async () => {
    const pieces = inPieces(text, 50_000);
    answer(pieces);
    await expect(fetchEvents('g', 1, () => { throw new Error('enough'); })).rejects.toThrow('enough');
  });
});

describe('fetchSnapshot', () => {
  it('is the state of the game', async () => {
    const state = folded(events);
    const asked = answer(JSON.stringify(asSnapshot(state)));
    expect(asAnswers(await fetchSnapshot('g'))).toEqual(asAnswers(state));
    expect(asked).toEqual(['http://localhost/games/g/snapshot']);
  });
});

describe('fetchPastEvents', () => {
  it('goes from page to page until there is no next one', async () => {
    const pages = [{ events: events.slice(0, 2), next: 3 }, { events: events.slice(2, 3) }];
    const asked: string[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response(JSON.stringify(pages[asked.length - 1])));
    });
    const got: GameEvent[] = [];

    await fetchPastEvents('g', (batch) => got.push(...batch));

    expect(got).toEqual(events.slice(0, 3));
    expect(asked.map((url) => url.replace(/.*from=/, 'from='))).toEqual(['from=1&limit=1000', 'from=3&limit=1000']);
  });
});

describe('fetchSnapshot of a game that has moved', () => {
  it('says where it is instead of taking the other answer for a state', async () => {
    const moved = new Response('{}');
    Object.defineProperty(moved, 'redirected', { value: true });
    vi.stubGlobal('fetch', () => Promise.resolve(moved));

    await expect(fetchSnapshot('g')).rejects.toMatchObject({ code: 'MOVED_TO_HISTORY' });
  });
});
