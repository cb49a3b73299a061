import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problems';

const { registerGuest } = vi.hoisted(() => ({ registerGuest: vi.fn<() => Promise<string>>() }));
vi.mock('../api/client', () => ({ registerGuest }));

const NOW_MS = Date.parse('2026-11-29T12:00:00Z');
const encoded = (value: unknown): string => btoa(JSON.stringify(value));
const tokenOf = (sub: string, lifeMs: number, roles = ['player']): string => `x.${encoded({ sub, name: sub, roles, exp: (NOW_MS + lifeMs) / 1_000 })}.x`;

let kept: Map<string, string>;
let listeners: ((change: { key: string | null }) => void)[];

/** What another tab does to the token. */
function elsewhere(token: string | null, key: string | null = 'dungeon.token'): void {
  if (token === null) kept.delete('dungeon.token');
  else kept.set('dungeon.token', token);
  listeners.forEach((listen) => listen({ key }));
}

/** As after the page is loaded anew. */
async function load() {
  vi.resetModules();
  const { useSession } = await import('./useSession');
  return useSession();
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS });
  kept = new Map();
  listeners = [];
  vi.stubGlobal('window', { addEventListener: (_type: string, listen: (change: { key: string | null }) => void) => listeners.push(listen) });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  registerGuest.mockReset().mockImplementation(() => Promise.resolve(tokenOf('guest', 60_000)));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('useSession', () => {
  it('signs a guest in once, however often it is asked for', async () => {
    const { session, requireSession } = await load();
    expect(session.value).toBeNull();
    const [one, other] = await Promise.all([requireSession(), requireSession()]);
    expect([one.playerId, other.playerId, session.value?.playerId]).toEqual(['guest', 'guest', 'guest']);
    expect(registerGuest).toHaveBeenCalledTimes(1);
  });

  it('remembers who is signed in, until the sign-out', async () => {
    const first = await load();
    await first.signInAsGuest();
    const second = await load();
    expect(second.session.value?.playerId).toBe('guest');
    second.signOut();
    expect((await load()).session.value).toBeNull();
  });

  it('says once that the session of the last visit is over', async () => {
    kept.set('dungeon.token', tokenOf('old', -1_000));
    const first = await load();
    expect([first.session.value, first.expired.value]).toEqual([null, true]);
    expect((await load()).expired.value).toBe(false);
  });

  it('takes a token that holds, and no other', async () => {
    const { session, isAdministrator, adoptToken } = await load();
    expect(adoptToken('nonsense')).toBe(false);
    expect(adoptToken(tokenOf('late', -1_000))).toBe(false);
    expect(session.value).toBeNull();
    expect(adoptToken(tokenOf('administrator', 60_000, ['administrator']))).toBe(true);
    expect([session.value?.playerId, isAdministrator.value]).toEqual(['administrator', true]);
  });

  it('becomes a new guest when the old token is over', async () => {
    const { adoptToken, expired, requireSession } = await load();
    adoptToken(tokenOf('old', 10_000));
    vi.setSystemTime(NOW_MS + 10_000);
    registerGuest.mockImplementation(() => Promise.resolve(tokenOf('new', 90_000)));
    expect((await requireSession()).playerId).toBe('new');
    expect(expired.value).toBe(false);
  });

  it('forgets a token that the server refuses', async () => {
    const { adoptToken, session, expired, asPlayer } = await load();
    adoptToken(tokenOf('old', 60_000));
    // The class of the module that was loaded anew is another one than that of this file.
    const { Problem: Refusal } = await import('../api/problems');
    const refusal: Problem = new Refusal({ code: 'UNAUTHENTICATED', status: 401, detail: '' });
    await expect(asPlayer(() => Promise.reject(refusal))).rejects.toBe(refusal);
    expect([session.value, expired.value]).toEqual([null, true]);
  });

  it('keeps the token of another tab when the server refuses the one before', async () => {
    const { adoptToken, session, expired, asPlayer } = await load();
    adoptToken(tokenOf('old', 60_000));
    const { Problem: Refusal } = await import('../api/problems');
    const refusal: Problem = new Refusal({ code: 'UNAUTHENTICATED', status: 401, detail: '' });
    const action = (): Promise<never> => {
      elsewhere(tokenOf('new', 60_000));
      return Promise.reject(refusal);
    };
    await expect(asPlayer(action)).rejects.toBe(refusal);
    expect([session.value?.playerId, expired.value]).toEqual(['new', false]);
  });

  it('signs in, changes and signs out with the other tabs', async () => {
    const { session, expired } = await load();
    elsewhere(tokenOf('one', 60_000));
    expect(session.value?.playerId).toBe('one');
    elsewhere(tokenOf('other', 60_000));
    expect(session.value?.playerId).toBe('other');
    elsewhere(null);
    expect([session.value, expired.value]).toEqual([null, false]);
  });

  it('signs out when another tab clears all that is kept, and not when it keeps something else', async () => {
    const { session, signInAsGuest } = await load();
    await signInAsGuest();
    listeners.forEach((listen) => listen({ key: 'dungeon.theme' }));
    expect(session.value?.playerId).toBe('guest');
    elsewhere(null, null);
    expect(session.value).toBeNull();
  });

  it('says that the token is over when another tab was first to notice', async () => {
    const { adoptToken, expired } = await load();
    adoptToken(tokenOf('old', 10_000));
    vi.setSystemTime(NOW_MS + 10_000);
    elsewhere(null);
    expect(expired.value).toBe(true);
  });
});
