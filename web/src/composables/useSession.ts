import { computed, shallowReadonly, shallowRef } from 'vue';
import { registerGuest } from '../api/client';
import { Problem } from '../api/problems';
import { hasExpired, sessionOfToken, type Session } from '../api/session';
import { onSettingElsewhere, readSetting, writeSetting } from './storage';

export type { Session } from '../api/session';

const SETTING = 'token';
const CHECK_MS = 60_000;

const session = shallowRef<Session | null>(null);
/** Whether the last session ended by itself or was refused, so that the page can say so. */
const expired = shallowRef(false);
const isAdministrator = computed(() => session.value?.roles.includes('administrator') ?? false);

function remember(next: Session | null): void {
  session.value = next;
  writeSetting(SETTING, next?.token ?? null);
}

function dropExpired(): void {
  if (session.value === null || !hasExpired(session.value, Date.now())) return;
  remember(null);
  expired.value = true;
}

/** Signs in with a token from elsewhere; false if it is none, or over. */
function adoptToken(token: string): boolean {
  const adopted = sessionOfToken(token);
  if (adopted === null || hasExpired(adopted, Date.now())) return false;
  expired.value = false;
  remember(adopted);
  return true;
}

let guest: Promise<Session> | null = null;

async function registerAndAdopt(): Promise<Session> {
  const token = await registerGuest();
  const made = sessionOfToken(token);
  if (made === null) throw new TypeError('The server gave a guest a token that is none.');
  expired.value = false;
  remember(made);
  return made;
}

/** A new guest; calls at the same time share one. */
function signInAsGuest(): Promise<Session> {
  guest ??= registerAndAdopt().finally(() => {
    guest = null;
  });
  return guest;
}

/** Who is signed in, or else a new guest. */
function requireSession(): Promise<Session> {
  dropExpired();
  return session.value === null ? signInAsGuest() : Promise.resolve(session.value);
}

/** Does something as who is signed in, or else as a new guest. A token that the server refuses is forgotten, so that the next try can be another's. */
async function asPlayer<T>(action: (token: string) => Promise<T>): Promise<T> {
  const { token } = await requireSession();
  try {
    return await action(token);
  } catch (error) {
    // Another tab may have signed somebody else in meanwhile.
    if (error instanceof Problem && error.code === 'UNAUTHENTICATED' && session.value?.token === token) {
      remember(null);
      expired.value = true;
    }
    throw error;
  }
}

function signOut(): void {
  expired.value = false;
  remember(null);
}

/** Another tab has signed in or out; it has remembered the token already. */
function follow(token: string | null): void {
  const nowMs = Date.now();
  const next = token === null ? null : sessionOfToken(token);
  const holds = next !== null && !hasExpired(next, nowMs);
  if (holds) expired.value = false;
  else if (session.value !== null) expired.value = hasExpired(session.value, nowMs);
  session.value = holds ? next : null;
}

/** Takes up the session of the last visit; if it is over by now, the page says so once. */
function resume(): void {
  const token = readSetting(SETTING);
  if (token === null || adoptToken(token)) return;
  remember(null);
  expired.value = true;
}

resume();
onSettingElsewhere(SETTING, follow);
if (typeof window !== 'undefined') setInterval(dropExpired, CHECK_MS);

export function useSession() {
  return {
    session: shallowReadonly(session),
    isAdministrator,
    expired: shallowReadonly(expired),
    signInAsGuest,
    requireSession,
    asPlayer,
    adoptToken,
    signOut,
  };
}
