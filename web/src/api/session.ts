/** Who is signed in, as the server has said. Only the server decides what that is worth; the key to it is a cookie that no script can read. */
export interface Session {
  /** Null for an administrator. */
  readonly playerId: string | null;
  readonly playerName: string;
  readonly isAdministrator: boolean;
  readonly expiresAtMs: number;
}

/** As the server tells whom a browser acts for; an administrator is no player. */
export function sessionOf(told: { playerId?: string; playerName?: string; expiresAt: string }): Session {
  return {
    playerId: told.playerId ?? null,
    playerName: told.playerName ?? '',
    isAdministrator: told.playerId === undefined,
    expiresAtMs: Date.parse(told.expiresAt),
  };
}

/** The session that was written down as text; null for anything else. */
export function sessionOfText(text: string | null): Session | null {
  try {
    const session = JSON.parse(text ?? 'null') as Session | null;
    return typeof session?.expiresAtMs === 'number' ? session : null;
  } catch {
    return null;
  }
}

export function hasExpired(session: Session, nowMs: number): boolean {
  return session.expiresAtMs <= nowMs;
}
