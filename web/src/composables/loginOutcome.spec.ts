import { afterEach, describe, expect, it, vi } from 'vitest';
import { loginOutcomes } from '../texts/account';
import { takeLoginOutcome } from './loginOutcome';

function openAt(address: string) {
  const replaceState = vi.fn((_state: unknown, _title: string, url: URL) => vi.stubGlobal('location', url));
  vi.stubGlobal('location', new URL(address));
  vi.stubGlobal('history', { state: { position: 1 }, replaceState });
  return replaceState;
}

afterEach(() => vi.unstubAllGlobals());

describe('takeLoginOutcome', () => {
  it('takes the outcome out of the address, and leaves the route and all else', () => {
    const replaceState = openAt('http://localhost/dungeon/?theme=x&login=signed-in#/games/g?at=5');
    expect(takeLoginOutcome()).toBe('signed-in');
    expect(location.href).toBe('http://localhost/dungeon/?theme=x#/games/g?at=5');
    expect(replaceState.mock.calls[0]?.[0]).toEqual({ position: 1 });
    expect(takeLoginOutcome()).toBeNull();
  });

  it('leaves an address without one as it is', () => {
    const replaceState = openAt('http://localhost/#/?login=signed-in');
    expect(takeLoginOutcome()).toBeNull();
    expect(replaceState).not.toHaveBeenCalled();
  });
});

describe('loginOutcomes', () => {
  it.each(['en', 'de'] as const)('has a sentence in %s for all that the server tells', (language) => {
    const outcomes = ['signed-in', 'unlinked', 'not-linked', 'banned', 'not-administrator', 'denied', 'expired', 'away', 'busy'];
    expect(Object.keys(loginOutcomes[language])).toEqual(outcomes);
    expect(loginOutcomes[language]['signed-in']?.('Miner')).toContain('Miner');
  });
});
