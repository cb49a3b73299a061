import { describe, expect, it } from 'vitest';
import { hasExpired, sessionOf, sessionOfText } from './session';

const EXPIRES_AT = '2026-11-29T12:00:00Z';
const EXPIRES_AT_MS = 1_795_953_600_000;

describe('sessionOf', () => {
  it('is a player’s', () => {
    expect(sessionOf({ playerId: 'c90994da', playerName: 'Grüße-1', expiresAt: EXPIRES_AT })).toEqual({
      playerId: 'c90994da',
      playerName: 'Grüße-1',
      isAdministrator: false,
      expiresAtMs: EXPIRES_AT_MS,
    });
  });

  it('is an administrator’s if there is no player', () => {
    expect(sessionOf({ expiresAt: EXPIRES_AT })).toEqual({ playerId: null, playerName: '', isAdministrator: true, expiresAtMs: EXPIRES_AT_MS });
  });
});

describe('sessionOfText', () => {
  it('reads what was written', () => {
    const session = sessionOf({ playerId: 'p', playerName: 'P', expiresAt: EXPIRES_AT });
    expect(sessionOfText(JSON.stringify(session))).toEqual(session);
  });

  it.each([null, '', 'text', '{', 'null', '1', '{}', '{"expiresAtMs":"soon"}'])('is null for %j', (text) => {
    expect(sessionOfText(text)).toBeNull();
  });
});

describe('hasExpired', () => {
  it('holds up to the moment itself', () => {
    const session = sessionOf({ expiresAt: EXPIRES_AT });
    expect(hasExpired(session, EXPIRES_AT_MS - 1)).toBe(false);
    expect(hasExpired(session, EXPIRES_AT_MS)).toBe(true);
  });
});
