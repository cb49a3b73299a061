import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import type { SearchView } from '../../api/matchmaking';
import { Problem } from '../../api/problems';

const api = vi.hoisted(() => ({ beginSearch: vi.fn(), renewSearch: vi.fn(), leaveSearch: vi.fn(), readSearch: vi.fn(), isOpen: vi.fn() }));
vi.mock('../../api/matchmaking', () => api);
vi.mock('../useSession', () => {
  const asIs = <T>(action: () => Promise<T>): Promise<T> => action();
  return { useSession: () => ({ asPlayer: asIs, asSelf: asIs }) };
});

const { useSearch } = await import('./useSearch');

const ROOM = 'room of both';
const onFound = vi.fn<(roomId: string) => void>();
const page = { visibilityState: 'visible' };
let browser: EventTarget;
let scope: EffectScope;
let search: ReturnType<typeof useSearch>;

const view: SearchView = { searchId: 'search', state: 'SEARCHING', playerId: 'self', pace: 'NORMAL' };
const found: SearchView = { ...view, state: 'FOUND', roomId: ROOM };
const begun = (commandId: string): Promise<string> => Promise.resolve(`search of ${commandId}`);
const failure = (status: number, code = 'ANY', details: Record<string, string> = {}): Problem => new Problem({ code, status, detail: '', details });
const notSearching = failure(409, 'NOT_SEARCHING');
const unknown = failure(404, 'UNKNOWN_SEARCH');
const seconds = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 1_000);
const commandOf = (call: number): unknown => api.beginSearch.mock.calls[call]?.[0];
const idOf = (call: number): string => `search of ${String(commandOf(call))}`;

/** From now on no request is answered. */
function cutOff(): void {
  Object.values(api).forEach((request) => request.mockRejectedValue(failure(0)));
}

beforeEach(() => {
  vi.useFakeTimers();
  browser = new EventTarget();
  page.visibilityState = 'visible';
  vi.stubGlobal('window', browser);
  vi.stubGlobal('document', page);
  onFound.mockReset();
  api.beginSearch.mockReset().mockImplementation(begun);
  api.renewSearch.mockReset().mockResolvedValue(undefined);
  api.leaveSearch.mockReset().mockResolvedValue(undefined);
  api.readSearch.mockReset().mockResolvedValue(view);
  api.isOpen.mockReset().mockResolvedValue(true);
  scope = effectScope();
  scope.run(() => {
    search = useSearch(onFound);
  });
});

afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a search that finds somebody', () => {
  it('leads to the room where somebody waits already', async () => {
    api.readSearch.mockResolvedValue(found);
    search.begin({ pace: 'FAST', bot: 'EASY_BOT', botAfterMs: 15_000 });
    expect([search.phase.value, search.pace.value, search.beganAtMs.value]).toEqual(['SEARCHING', 'FAST', Date.now()]);
    await seconds(1);
    expect(api.beginSearch.mock.calls).toEqual([[commandOf(0), { pace: 'FAST', bot: 'EASY_BOT', botAfterMs: 15_000 }]]);
    expect(onFound.mock.calls).toEqual([[ROOM]]);
    expect([search.phase.value, search.foundRoomId.value]).toEqual(['FOUND', ROOM]);

    await seconds(60);
    expect(api.readSearch).toHaveBeenCalledTimes(1);
    expect(onFound).toHaveBeenCalledTimes(1);
  });

  it('leads to the room after waiting, and is asked about once a second until then', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(4);
    expect(api.readSearch.mock.calls).toEqual([[idOf(0)], [idOf(0)], [idOf(0)], [idOf(0)]]);
    expect(onFound).not.toHaveBeenCalled();

    api.readSearch.mockResolvedValue(found);
    await seconds(1);
    expect(onFound.mock.calls).toEqual([[ROOM]]);
    await seconds(60);
    expect(api.readSearch).toHaveBeenCalledTimes(5);
  });

  it('asks what has come of it where it cannot be renewed any more', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(9);
    api.renewSearch.mockRejectedValue(notSearching);
    await seconds(3);
    expect(search.phase.value).toBe('SEARCHING');
    expect(api.renewSearch).toHaveBeenCalledTimes(3);
    api.readSearch.mockResolvedValue(found);
    await seconds(1);
    expect(onFound.mock.calls).toEqual([[ROOM]]);
  });

  it('goes on until the room is open, which may have become another one', async () => {
    api.readSearch.mockResolvedValue({ ...view, state: 'FOUND', roomId: 'never opened' });
    api.isOpen.mockImplementation((roomId: string) => Promise.resolve(roomId === ROOM));
    search.begin({ pace: 'NORMAL' });
    await seconds(3);
    expect(onFound).not.toHaveBeenCalled();
    api.readSearch.mockResolvedValue(found);
    await seconds(1);
    expect(onFound.mock.calls).toEqual([[ROOM]]);
  });

  it('goes on until the room has its id', async () => {
    api.readSearch.mockResolvedValueOnce({ ...view, state: 'FOUND' });
    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    expect(search.phase.value).toBe('SEARCHING');
    api.readSearch.mockResolvedValue(found);
    await seconds(1);
    expect(onFound.mock.calls).toEqual([[ROOM]]);
  });
});

describe('a search that goes on', () => {
  it('is renewed every 10 s', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(9);
    expect(api.renewSearch).not.toHaveBeenCalled();
    await seconds(1);
    expect(api.renewSearch.mock.calls).toEqual([[idOf(0)]]);
    await seconds(9);
    expect(api.renewSearch).toHaveBeenCalledTimes(1);
    await seconds(21);
    expect(api.renewSearch).toHaveBeenCalledTimes(4);
    expect(api.beginSearch).toHaveBeenCalledTimes(1);
  });

  it('is not begun beside itself', async () => {
    search.begin({ pace: 'NORMAL' });
    search.begin({ pace: 'FAST' });
    const left = search.leave();
    search.begin({ pace: 'SLOW' });
    await left;
    await seconds(5);
    expect(api.beginSearch.mock.calls).toEqual([[commandOf(0), { pace: 'NORMAL' }]]);
    expect(search.phase.value).toBe('IDLE');
  });

  it('is begun with one id until the server has answered', async () => {
    api.beginSearch.mockRejectedValueOnce(failure(0)).mockRejectedValueOnce(failure(503)).mockRejectedValueOnce(failure(429, 'TOO_MANY_REQUESTS'));
    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    expect(search.isAway.value).toBe(true);
    await seconds(3);
    expect(new Set([0, 1, 2, 3].map(commandOf)).size).toBe(1);
    expect(api.beginSearch).toHaveBeenCalledTimes(4);
    expect([search.phase.value, search.isAway.value]).toEqual(['SEARCHING', false]);
  });

  it('survives failures, of which the first is not worth a word', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(0);
    api.readSearch.mockRejectedValueOnce(failure(502));
    await seconds(1);
    await seconds(1);
    api.readSearch.mockRejectedValueOnce(failure(502));
    await seconds(1);
    expect(search.isAway.value).toBe(false);
    cutOff();
    await seconds(20);
    expect([search.phase.value, search.isAway.value, search.problem.value]).toEqual(['SEARCHING', true, null]);
    api.readSearch.mockResolvedValue(view);
    api.renewSearch.mockResolvedValue(undefined);
    await seconds(1);
    expect([search.phase.value, search.isAway.value]).toEqual(['SEARCHING', false]);
  });

  it('waits for as long as the server says', async () => {
    api.beginSearch.mockRejectedValueOnce(new Problem({ code: 'TOO_MANY_REQUESTS', status: 429, detail: '', retryAfterMs: 4_000 }));
    search.begin({ pace: 'NORMAL' });
    await seconds(3);
    expect(api.beginSearch).toHaveBeenCalledTimes(1);
    await seconds(1);
    expect(api.beginSearch).toHaveBeenCalledTimes(2);
  });

  it('takes up the one that runs already, and renews it at once', async () => {
    api.beginSearch.mockRejectedValue(failure(409, 'ALREADY_SEARCHING', { searchId: 'of another tab' }));
    api.readSearch.mockResolvedValue({ ...view, pace: 'SLOW' });
    search.begin({ pace: 'FAST' });
    await seconds(0);
    expect(search.isAdopted.value).toBe(true);
    expect(api.renewSearch.mock.calls).toEqual([['of another tab']]);
    expect(api.readSearch.mock.calls).toEqual([['of another tab']]);
    expect(search.pace.value).toBe('SLOW');
    await search.leave();
    expect(api.leaveSearch.mock.calls).toEqual([['of another tab']]);

    api.beginSearch.mockImplementation(begun);
    search.begin({ pace: 'FAST' });
    expect(search.isAdopted.value).toBe(false);
  });
});

describe('a search that is left', () => {
  it('ends, and nothing is asked any more', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(2);
    const left = search.leave();
    expect(search.phase.value).toBe('LEAVING');
    expect(await left).toBeNull();
    expect(api.leaveSearch.mock.calls).toEqual([[idOf(0)]]);
    expect([search.phase.value, search.isOver.value]).toEqual(['IDLE', false]);
    await seconds(60);
    expect(api.readSearch).toHaveBeenCalledTimes(2);
    expect(api.renewSearch).not.toHaveBeenCalled();
    expect(api.leaveSearch).toHaveBeenCalledTimes(1);
  });

  it('leads to the room where that was too late', async () => {
    api.leaveSearch.mockRejectedValue(notSearching);
    search.begin({ pace: 'NORMAL' });
    await seconds(2);
    api.readSearch.mockResolvedValueOnce({ ...view, state: 'FOUND' }).mockResolvedValue(found);
    const left = search.leave();
    await seconds(1);
    expect(await left).toBe(ROOM);
    expect([search.phase.value, search.foundRoomId.value]).toEqual(['FOUND', ROOM]);
    expect(await search.leave()).toBeNull();
  });

  it('is left again where it had not come to the pool yet', async () => {
    api.leaveSearch.mockRejectedValueOnce(notSearching);
    search.begin({ pace: 'NORMAL' });
    await seconds(2);
    const left = search.leave();
    await seconds(1);
    expect(await left).toBeNull();
    expect(api.leaveSearch.mock.calls).toEqual([[idOf(0)], [idOf(0)]]);
  });

  it('is over where it had ended already', async () => {
    api.leaveSearch.mockRejectedValue(notSearching);
    search.begin({ pace: 'NORMAL' });
    await seconds(2);
    api.readSearch.mockRejectedValue(unknown);
    expect(await search.leave()).toBeNull();
    expect([search.phase.value, search.isOver.value, search.problem.value]).toEqual(['IDLE', false, null]);
  });

  it('is ended once, and whoever asks for it twice hears the same', async () => {
    api.leaveSearch.mockRejectedValue(notSearching);
    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    api.readSearch.mockResolvedValue(found);
    expect(await Promise.all([search.leave(), search.leave()])).toEqual([ROOM, ROOM]);
    expect(api.leaveSearch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['an opponent', () => Promise.resolve({ ...view, roomId: ROOM })],
    ['an end', () => Promise.reject(failure(400))],
  ])('hears no more of %s in an answer that was on its way', async (_what, answer) => {
    let isAnswered: () => void = () => undefined;
    api.readSearch.mockImplementation(async () => {
      await new Promise<void>((resolve) => (isAnswered = resolve));
      return answer();
    });
    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    await search.leave();
    isAnswered();
    await seconds(1);
    expect(onFound).not.toHaveBeenCalled();
    expect([search.phase.value, search.problem.value]).toEqual(['IDLE', null]);
  });

  it('is ended behind its beginning, which is still on its way', async () => {
    let answer: (searchId: string) => void = () => undefined;
    api.beginSearch.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    search.begin({ pace: 'NORMAL' });
    await seconds(2);
    const left = search.leave();
    await seconds(2);
    expect(api.leaveSearch).not.toHaveBeenCalled();
    answer('search');
    expect(await left).toBeNull();
    expect(api.leaveSearch.mock.calls).toEqual([['search']]);
  });

  it('is told so again until the server hears it, or until it has ended by itself', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    api.leaveSearch.mockRejectedValueOnce(failure(0)).mockRejectedValueOnce(failure(503));
    void search.leave();
    await seconds(2);
    expect(api.leaveSearch).toHaveBeenCalledTimes(3);
    expect(search.phase.value).toBe('IDLE');

    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    cutOff();
    void search.leave();
    await seconds(29);
    expect(search.phase.value).toBe('LEAVING');
    await seconds(1);
    expect(search.phase.value).toBe('IDLE');
  });

  it('is left by going elsewhere, and by closing the page', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    browser.dispatchEvent(new Event('pagehide'));
    expect(api.leaveSearch.mock.calls).toEqual([[idOf(0)]]);
    expect(search.phase.value).toBe('IDLE');

    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    const asked = api.readSearch.mock.calls.length;
    scope.stop();
    browser.dispatchEvent(new Event('pagehide'));
    expect(api.leaveSearch.mock.calls).toEqual([[idOf(0)], [idOf(1)]]);
    await seconds(60);
    expect(api.readSearch).toHaveBeenCalledTimes(asked);
    expect(api.renewSearch).not.toHaveBeenCalled();
  });

  it('is nothing to tell of where none runs', async () => {
    expect(await search.leave()).toBeNull();
    browser.dispatchEvent(new Event('pagehide'));
    expect(api.leaveSearch).not.toHaveBeenCalled();
  });
});

describe('a search that is over', () => {
  /** Runs out while the server cannot be reached, which it can again behind that. */
  async function runOut(): Promise<void> {
    cutOff();
    await seconds(40);
    api.beginSearch.mockImplementation(begun);
    api.leaveSearch.mockResolvedValue(undefined);
    api.readSearch.mockRejectedValueOnce(unknown).mockResolvedValue(view);
    api.renewSearch.mockRejectedValueOnce(notSearching).mockResolvedValue(undefined);
    await seconds(2);
  }

  it('is begun again, once, where it ran out while the server was away', async () => {
    search.begin({ pace: 'SLOW' });
    await seconds(1);
    await runOut();
    expect(api.beginSearch.mock.calls).toEqual([
      [commandOf(0), { pace: 'SLOW' }],
      [commandOf(1), { pace: 'SLOW' }],
    ]);
    expect(idOf(1)).not.toBe(idOf(0));
    expect([search.phase.value, search.isOver.value, search.isAway.value]).toEqual(['SEARCHING', false, false]);

    await runOut();
    expect(api.beginSearch).toHaveBeenCalledTimes(2);
    expect([search.phase.value, search.isOver.value, search.isAway.value]).toEqual(['IDLE', true, false]);
  });

  it('is not begun again before the person looks at the page', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(1);
    page.visibilityState = 'hidden';
    await runOut();
    await seconds(60);
    expect(api.beginSearch).toHaveBeenCalledTimes(1);
    page.visibilityState = 'visible';
    await seconds(1);
    expect(api.beginSearch).toHaveBeenCalledTimes(2);
  });

  it('says so where somebody has ended it, such as another tab', async () => {
    search.begin({ pace: 'NORMAL' });
    await seconds(12);
    api.readSearch.mockRejectedValue(unknown);
    await seconds(1);
    expect(api.beginSearch).toHaveBeenCalledTimes(1);
    expect([search.phase.value, search.isOver.value]).toEqual(['IDLE', true]);

    search.begin({ pace: 'NORMAL' });
    expect([search.phase.value, search.isOver.value]).toEqual(['SEARCHING', false]);
  });

  it('is begun again where the one that was taken up had run out', async () => {
    api.beginSearch.mockRejectedValueOnce(failure(409, 'ALREADY_SEARCHING', { searchId: 'of yesterday' }));
    api.renewSearch.mockRejectedValueOnce(notSearching);
    api.readSearch.mockRejectedValueOnce(unknown);
    search.begin({ pace: 'NORMAL' });
    await seconds(0);
    expect(api.beginSearch).toHaveBeenCalledTimes(2);
    await seconds(1);
    expect(api.readSearch.mock.calls).toEqual([['of yesterday'], [idOf(1)]]);
  });

  it.each([
    [429, 'LIMIT_REACHED'],
    [401, 'UNAUTHENTICATED'],
    [404, 'UNKNOWN_ROUTE'],
    [409, 'ALREADY_SEARCHING'],
  ])('tells why the server refuses it: %i %s', async (status, code) => {
    api.beginSearch.mockRejectedValue(failure(status, code));
    search.begin({ pace: 'NORMAL' });
    await seconds(5);
    expect(api.beginSearch).toHaveBeenCalledTimes(1);
    expect([search.phase.value, search.problem.value?.code]).toEqual(['IDLE', code]);

    api.beginSearch.mockImplementation(begun);
    search.begin({ pace: 'NORMAL' });
    expect([search.phase.value, search.problem.value]).toEqual(['SEARCHING', null]);
  });
});
