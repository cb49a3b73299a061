export type Role = 'player' | 'administrator';

/** Who is signed in, as the token says. Only the server decides what it is worth. */
export interface Session {
  readonly playerId: string;
  readonly playerName: string;
  readonly token: string;
  readonly roles: readonly Role[];
  readonly expiresAtMs: number;
}

interface Claims {
  readonly sub?: unknown;
  readonly name?: unknown;
  readonly roles?: unknown;
  readonly exp?: unknown;
}

function claimsOf(token: string): Claims | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? claims : null;
  } catch {
    return null;
  }
}

const isRole = (value: unknown): value is Role => value === 'player' || value === 'administrator';

/** The session that a token makes, with or without `Bearer ` before it; null if it is no token for a player or administrator. */
export function sessionOfToken(pasted: string): Session | null {
  const token = pasted.trim().replace(/^Bearer\s+/i, '');
  const claims = claimsOf(token);
  if (claims === null || typeof claims.sub !== 'string' || typeof claims.exp !== 'number') return null;
  const roles = Array.isArray(claims.roles) ? claims.roles.filter(isRole) : [];
  if (roles.length === 0) return null;
  const playerName = typeof claims.name === 'string' ? claims.name : claims.sub;
  return { playerId: claims.sub, playerName, token, roles, expiresAtMs: claims.exp * 1_000 };
}

export function hasExpired(session: Session, nowMs: number): boolean {
  return session.expiresAtMs <= nowMs;
}
