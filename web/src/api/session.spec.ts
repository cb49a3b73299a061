import { describe, expect, it } from 'vitest';
import { hasExpired, sessionOfToken } from './session';

function encoded(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const tokenOf = (claims: unknown): string => `${encoded({ alg: 'RS256' })}.${encoded(claims)}.signature`;
const PLAYER = { sub: 'c90994da', name: 'Grüße-1', roles: ['player'], iss: 'dungeon', exp: 1_798_547_851 };

describe('sessionOfToken', () => {
  it('has what the claims tell, beyond ASCII too', () => {
    const token = tokenOf(PLAYER);
    expect(sessionOfToken(token)).toEqual({
      playerId: 'c90994da',
      playerName: 'Grüße-1',
      token,
      roles: ['player'],
      expiresAtMs: 1_798_547_851_000,
    });
  });

  it('takes a token as it is copied from a header', () => {
    const token = tokenOf(PLAYER);
    expect(sessionOfToken(`  Bearer ${token}\n`)?.token).toBe(token);
  });

  it('knows an administrator', () => {
    expect(sessionOfToken(tokenOf({ sub: 'administrator', roles: ['administrator'], exp: 1 }))?.roles).toEqual(['administrator']);
  });

  it.each(['', 'x', 'a.b.c', 'a.!!.c', tokenOf('text'), tokenOf({ ...PLAYER, exp: undefined }), tokenOf({ ...PLAYER, roles: ['service'] })])(
    'is null for %s, which is no token of a player',
    (token) => {
      expect(sessionOfToken(token)).toBeNull();
    },
  );
});

describe('hasExpired', () => {
  it('holds up to the moment itself', () => {
    const session = sessionOfToken(tokenOf({ ...PLAYER, exp: 100 }));
    if (session === null) throw new Error('no session');
    expect(hasExpired(session, 99_999)).toBe(false);
    expect(hasExpired(session, 100_000)).toBe(true);
  });
});
