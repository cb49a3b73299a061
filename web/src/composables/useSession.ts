import { computed, shallowReadonly, shallowRef } from 'vue';
import { beginGuestSession, beginSession, endSession, whoAmI } from '../api/client';
import { Problem, UNAUTHENTICATED } from '../api/problems';
import { hasExpired, sessionOfText, type Session } from '../api/session';
import { onSettingElsewhere, readSetting, writeSetting } from './storage';

export type { Session } from '../api/session';

/** Who is signed in, for the next visit and for other tabs. It opens nothing. */
const SETTING = 'session';
/** Where older pages kept a token. */
const OLD_TOKEN = 'token';
const CHECK_MS = 60_000;
const TOKEN = /^[\w.-]+$/;

const session = shallowRef<Session | null>(null);
/** Whether the last session ended by itself or was refused, so that the page can say so. */
const expired = shallowRef(false);
const isAdministrator = computed(() => session.value?.isAdministrator ?? false);

function remember(next: Session | null): void {
  session.value = next;
  writeSetting(SETTING, next && JSON.stringify(next));
}

function begin(next: Session): void {
  expired.value = false;
  remember(next);
}

function lose(): void {
  remember(null);
  expired.value = true;
}

function dropExpired(): void {
  if (session.value !== null && hasExpired(session.value, Date.now())) lose();
}

const isUnauthenticated = (error: unknown): boolean => error instanceof Problem && error.code === UNAUTHENTICATED;

/** Signs in with a token from elsewhere, with or without `Bearer ` before it; false if the server does not take it. */
async function adoptToken(pasted: string): Promise<boolean> {
  const token = pasted.trim().replace(/^Bearer\s+/i, '');
  if (!TOKEN.test(token)) return false;
  try {
    begin(await beginSession(token));
    return true;
  } catch (error) {
    if (isUnauthenticated(error)) return false;
    throw error;
  }
}

/** A token is kept only until the server has answered, for it may be all that a guest has. */
async function adoptOldToken(): Promise<void> {
  const token = readSetting(OLD_TOKEN);
  if (token === null) return;
  if (!(await adoptToken(token))) expired.value = true;
  writeSetting(OLD_TOKEN, null);
}

async function ask(): Promise<void> {
  await adoptOldToken();
  const before = session.value;
  const found = await whoAmI();
  // Whoever has signed in meanwhile, here or in another tab, is newer than the answer.
  if (session.value !== before) return;
  if (found !== null) begin(found);
  else if (before !== null) lose();
}

let asked: Promise<void> | null = null;

/** Once the server has said who is signed in. */
function known(): Promise<void> {
  asked ??= ask().catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}

let guest: Promise<Session> | null = null;

async function signInAsNewGuest(): Promise<Session> {
  const made = await beginGuestSession();
  begin(made);
  return made;
}

/** Who is signed in, or else a new guest; calls at the same time share one. */
async function requireSession(): Promise<Session> {
  await known();
  dropExpired();
  if (session.value !== null) return session.value;
  guest ??= signInAsNewGuest().finally(() => {
    guest = null;
  });
  return guest;
}

/** Does something as who is signed in. A session that the server refuses is forgotten, so that the next try can be another's. */
async function asSelf<T>(action: () => Promise<T>): Promise<T> {
  dropExpired();
  const self = session.value;
  if (self === null) throw new Problem({ code: UNAUTHENTICATED, status: 401, detail: 'Nobody is signed in.' });
  try {
    return await action();
  } catch (error) {
    // Another tab may have signed somebody else in meanwhile.
    if (isUnauthenticated(error) && session.value === self) lose();
    throw error;
  }
}

/** Does something as who is signed in, or else as a new guest. */
async function asPlayer<T>(action: () => Promise<T>): Promise<T> {
  await requireSession();
  return asSelf(action);
}

/** Until the server has ended the session, the browser goes on to be signed in. */
async function signOut(): Promise<void> {
  try {
    await endSession();
  } catch (error) {
    if (!isUnauthenticated(error)) throw error;
  }
  expired.value = false;
  remember(null);
}

function dismissExpired(): void {
  expired.value = false;
}

/** Another tab has signed in or out, and has written so. */
function follow(text: string | null): void {
  const nowMs = Date.now();
  const next = sessionOfText(text);
  const holds = next !== null && !hasExpired(next, nowMs);
  if (holds) expired.value = false;
  else if (session.value !== null) expired.value = hasExpired(session.value, nowMs);
  session.value = holds ? next : null;
  // All that is kept may have been cleared, and the cookie still be there.
  if (!holds) asked = null;
}

/**
 * Takes up the session of the last visit, and asks the server whether it holds; if not, the page says so once. After a login elsewhere
 * it may be another one's, and nobody's name is shown until the server has answered.
 */
function resume(isAfterLogin: boolean): void {
  session.value = isAfterLogin ? null : sessionOfText(readSetting(SETTING));
  dropExpired();
  onSettingElsewhere(SETTING, follow);
  setInterval(dropExpired, CHECK_MS);
  // A server that is away is asked again by whatever needs to know.
  known().catch(() => undefined);
}

export function useSession() {
  return {
    session: shallowReadonly(session),
    isAdministrator,
    expired: shallowReadonly(expired),
    resume,
    requireSession,
    asPlayer,
    asSelf,
    adoptToken,
    signOut,
    dismissExpired,
  };
}
