import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../api/problems';
import type { Session } from '../api/session';

const { beginGuestSession, beginSession, endSession, whoAmI } = vi.hoisted(() => ({
  beginGuestSession: vi.fn<() => Promise<Session>>(),
  beginSession: vi.fn<(token: string) => Promise<Session>>(),
  endSession: vi.fn<() => Promise<void>>(),
  whoAmI: vi.fn<() => Promise<Session | null>>(),
}));
vi.mock('../api/client', () => ({ beginGuestSession, beginSession, endSession, whoAmI }));

const NOW_MS = Date.parse('2026-11-29T12:00:00Z');
const sessionOf = (playerId: string, lifeMs = 60_000): Session => ({
  playerId,
  playerName: playerId,
  isAdministrator: false,
  expiresAtMs: NOW_MS + lifeMs,
});

let kept: Map<string, string>;
let listeners: ((change: { key: string | null }) => void)[];

/** What another tab does to what is kept. */
function elsewhere(session: Session | null, key: string | null = 'dungeon.session'): void {
  if (session === null) kept.delete('dungeon.session');
  else kept.set('dungeon.session', JSON.stringify(session));
  listeners.forEach((listen) => listen({ key }));
}

/** As after the page is loaded anew, once the server has answered. */
async function load(isAfterLogin = false) {
  vi.resetModules();
  listeners = [];
  const { useSession } = await import('./useSession');
  const session = useSession();
  session.resume(isAfterLogin);
  await vi.advanceTimersByTimeAsync(0);
  return session;
}

async function problemOf(code: string, status: number): Promise<Problem> {
  // The class of the module that was loaded anew is another one than that of this file.
  const { Problem: Refusal } = await import('../api/problems');
  return new Refusal({ code, status, detail: '' });
}

const refusal = (): Promise<Problem> => problemOf('UNAUTHENTICATED', 401);
const absence = (): Promise<Problem> => problemOf('NOT_REACHED', 0);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS });
  kept = new Map();
  vi.stubGlobal('window', { addEventListener: (_type: string, listen: (change: { key: string | null }) => void) => listeners.push(listen) });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  beginGuestSession.mockReset().mockImplementation(() => Promise.resolve(sessionOf('guest')));
  beginSession.mockReset().mockImplementation((token) => Promise.resolve(sessionOf(`player of ${token}`)));
  endSession.mockReset().mockResolvedValue();
  whoAmI.mockReset().mockResolvedValue(null);
});

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('useSession', () => {
  it('asks nobody anything as long as the page does not resume, as a replay in a file never does', async () => {
    vi.resetModules();
    listeners = [];
    const { useSession } = await import('./useSession');
    expect([useSession().session.value, listeners.length, vi.getTimerCount()]).toEqual([null, 0, 0]);
    expect(whoAmI).not.toHaveBeenCalled();
  });

  it('signs a guest in once, however often it is asked for', async () => {
    const { session, requireSession } = await load();
    expect(session.value).toBeNull();
    const [one, other] = await Promise.all([requireSession(), requireSession()]);
    expect([one.playerId, other.playerId, session.value?.playerId]).toEqual(['guest', 'guest', 'guest']);
    expect(beginGuestSession).toHaveBeenCalledTimes(1);
  });

  it('plays as whom the server knows, and makes no guest in their place', async () => {
    whoAmI.mockResolvedValue(sessionOf('me'));
    const { session, requireSession } = await load();
    expect(session.value?.playerId).toBe('me');
    expect((await requireSession()).playerId).toBe('me');
    expect(beginGuestSession).not.toHaveBeenCalled();
  });

  it('shows the session of the last visit before the server answers, and keeps no secret for it', async () => {
    const first = await load();
    await first.requireSession();
    expect([...kept]).toEqual([['dungeon.session', JSON.stringify(sessionOf('guest'))]]);
    whoAmI.mockReturnValue(new Promise(() => undefined));
    const { session, expired } = await load();
    expect([session.value?.playerId, expired.value]).toEqual(['guest', false]);
  });

  it('shows nobody’s name after a login elsewhere until the server has said whose it is', async () => {
    kept.set('dungeon.session', JSON.stringify(sessionOf('guest')));
    let answer: (session: Session) => void = () => undefined;
    whoAmI.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const { session } = await load(true);
    expect(session.value).toBeNull();
    answer(sessionOf('linked'));
    await vi.advanceTimersByTimeAsync(0);
    expect(session.value?.playerId).toBe('linked');
  });

  it('is an administrator’s if the server says so', async () => {
    whoAmI.mockResolvedValue({ playerId: null, playerName: '', isAdministrator: true, expiresAtMs: NOW_MS + 60_000 });
    const { session, isAdministrator } = await load();
    expect([session.value?.playerId, isAdministrator.value]).toEqual([null, true]);
  });

  it('says once that the session of the last visit is over', async () => {
    kept.set('dungeon.session', JSON.stringify(sessionOf('old', -1_000)));
    const first = await load();
    expect([first.session.value, first.expired.value]).toEqual([null, true]);
    expect((await load()).expired.value).toBe(false);
  });

  it('says once that the server does not know the session of the last visit any more', async () => {
    kept.set('dungeon.session', JSON.stringify(sessionOf('revoked')));
    const first = await load();
    expect([first.session.value, first.expired.value]).toEqual([null, true]);
    expect((await load()).expired.value).toBe(false);
  });

  it('says nothing to whoever was never here', async () => {
    const { session, expired } = await load();
    expect([session.value, expired.value, kept.size]).toEqual([null, false, 0]);
  });

  it('asks a server that was away again, before it makes a guest', async () => {
    whoAmI.mockRejectedValueOnce(await absence()).mockResolvedValue(sessionOf('me'));
    const { session, requireSession } = await load();
    expect(session.value).toBeNull();
    expect((await requireSession()).playerId).toBe('me');
    expect(beginGuestSession).not.toHaveBeenCalled();
  });

  it('becomes a new guest when the old session is over', async () => {
    whoAmI.mockResolvedValue(sessionOf('old', 10_000));
    const { expired, requireSession } = await load();
    vi.setSystemTime(NOW_MS + 10_000);
    beginGuestSession.mockResolvedValue(sessionOf('new', 90_000));
    expect((await requireSession()).playerId).toBe('new');
    expect(expired.value).toBe(false);
  });

  it('forgets a session that the server refuses', async () => {
    whoAmI.mockResolvedValue(sessionOf('old'));
    const { session, expired, asPlayer } = await load();
    const refused = await refusal();
    await expect(asPlayer(() => Promise.reject(refused))).rejects.toBe(refused);
    expect([session.value, expired.value]).toEqual([null, true]);
  });

  it('acts for nobody when nobody is signed in, and makes no guest for that', async () => {
    const { asSelf } = await load();
    const action = vi.fn();
    await expect(asSelf(action)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(action).not.toHaveBeenCalled();
    expect(beginGuestSession).not.toHaveBeenCalled();
  });
});

describe('a token that is pasted', () => {
  it('signs in, and is not kept', async () => {
    const { session, adoptToken } = await load();
    expect(await adoptToken('  Bearer x.y-_.z\n')).toBe(true);
    expect(beginSession).toHaveBeenCalledWith('x.y-_.z');
    expect(session.value?.playerId).toBe('player of x.y-_.z');
    expect([...kept.keys()]).toEqual(['dungeon.session']);
  });

  it.each(['', 'two words', 'x.y.z…'])('that is none is not even sent: %j', async (pasted) => {
    const { adoptToken } = await load();
    expect(await adoptToken(pasted)).toBe(false);
    expect(beginSession).not.toHaveBeenCalled();
  });

  it('that the server refuses leaves everything as it was', async () => {
    whoAmI.mockResolvedValue(sessionOf('me'));
    const { session, expired, adoptToken } = await load();
    beginSession.mockRejectedValue(await refusal());
    expect(await adoptToken('x.y.z')).toBe(false);
    expect([session.value?.playerId, expired.value]).toEqual(['me', false]);
  });

  it('is no refusal when the server is away', async () => {
    const { adoptToken } = await load();
    const away = await absence();
    beginSession.mockRejectedValue(away);
    await expect(adoptToken('x.y.z')).rejects.toBe(away);
  });
});

describe('a token that an older page has kept', () => {
  beforeEach(() => kept.set('dungeon.token', 'x.old.z'));

  it('becomes a session, once, and is forgotten', async () => {
    whoAmI.mockResolvedValue(sessionOf('player of x.old.z'));
    const { session } = await load();
    expect([session.value?.playerId, kept.has('dungeon.token')]).toEqual(['player of x.old.z', false]);
    await load();
    expect(beginSession.mock.calls).toEqual([['x.old.z']]);
  });

  it('is forgotten when the server refuses it, and the page says that it is over', async () => {
    beginSession.mockImplementation(async () => Promise.reject(await refusal()));
    const { session, expired } = await load();
    await vi.waitFor(() => expect(expired.value).toBe(true));
    await vi.waitFor(() => expect(kept.has('dungeon.token')).toBe(false));
    expect(session.value).toBeNull();
  });

  it('is kept until the server answers, because it may be all that a guest has', async () => {
    beginSession.mockImplementation(async () => Promise.reject(await absence()));
    const { session, requireSession } = await load();
    await vi.waitFor(() => expect(beginSession).toHaveBeenCalledTimes(1));
    expect([session.value, kept.get('dungeon.token')]).toEqual([null, 'x.old.z']);
    beginSession.mockResolvedValue(sessionOf('old'));
    whoAmI.mockResolvedValue(sessionOf('old'));
    expect((await requireSession()).playerId).toBe('old');
    expect([kept.has('dungeon.token'), beginGuestSession.mock.calls.length]).toEqual([false, 0]);
  });
});

describe('signing out', () => {
  it('ends the session at the server, and the next visit knows nobody', async () => {
    whoAmI.mockResolvedValueOnce(sessionOf('me'));
    const { session, expired, signOut } = await load();
    await signOut();
    expect(endSession).toHaveBeenCalledTimes(1);
    expect([session.value, expired.value, kept.size]).toEqual([null, false, 0]);
    expect((await load()).session.value).toBeNull();
  });

  it('has not happened as long as the server is away', async () => {
    whoAmI.mockResolvedValue(sessionOf('me'));
    const { session, signOut } = await load();
    const away = await absence();
    endSession.mockRejectedValue(away);
    await expect(signOut()).rejects.toBe(away);
    expect(session.value?.playerId).toBe('me');
  });

  it('has happened if the server does not know the session', async () => {
    whoAmI.mockResolvedValue(sessionOf('me'));
    const { session, expired, signOut } = await load();
    endSession.mockRejectedValue(await refusal());
    await signOut();
    expect([session.value, expired.value]).toEqual([null, false]);
  });
});

describe('other tabs', () => {
  it('are followed when they sign in, change and sign out', async () => {
    const { session, expired } = await load();
    elsewhere(sessionOf('one'));
    expect(session.value?.playerId).toBe('one');
    elsewhere(sessionOf('other'));
    expect(session.value?.playerId).toBe('other');
    elsewhere(null);
    expect([session.value, expired.value]).toEqual([null, false]);
  });

  it('are newer than the server’s answer to this one', async () => {
    let answer: (session: Session | null) => void = () => undefined;
    whoAmI.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const { session } = await load();
    elsewhere(sessionOf('new'));
    answer(sessionOf('old'));
    await vi.advanceTimersByTimeAsync(0);
    expect(session.value?.playerId).toBe('new');
  });

  it('keep their session when the server refuses the one before', async () => {
    whoAmI.mockResolvedValue(sessionOf('old'));
    const { session, expired, asPlayer } = await load();
    const refused = await refusal();
    const action = (): Promise<never> => {
      elsewhere(sessionOf('new'));
      return Promise.reject(refused);
    };
    await expect(asPlayer(action)).rejects.toBe(refused);
    expect([session.value?.playerId, expired.value]).toEqual(['new', false]);
  });

  it('that keep something else change nothing', async () => {
    whoAmI.mockResolvedValue(sessionOf('me'));
    const { session } = await load();
    elsewhere(null, 'dungeon.theme');
    expect(session.value?.playerId).toBe('me');
  });

  it('that clear all that is kept do not make a guest of whoever the server still knows', async () => {
    whoAmI.mockResolvedValue(sessionOf('me'));
    const { session, requireSession } = await load();
    elsewhere(null, null);
    expect(session.value).toBeNull();
    expect((await requireSession()).playerId).toBe('me');
    expect(beginGuestSession).not.toHaveBeenCalled();
  });

  it('may be first to notice that the session is over, and this one says so too', async () => {
    whoAmI.mockResolvedValue(sessionOf('old', 10_000));
    const { expired } = await load();
    vi.setSystemTime(NOW_MS + 10_000);
    elsewhere(null);
    expect(expired.value).toBe(true);
  });
});
