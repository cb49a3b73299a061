const PARAMETER = 'login';

/** What came of a login elsewhere, as the server has told in the page's address; from now on the address is without. Null if there was none. */
export function takeLoginOutcome(): string | null {
  const address = new URL(location.href);
  const outcome = address.searchParams.get(PARAMETER);
  if (outcome === null) return null;
  address.searchParams.delete(PARAMETER);
  history.replaceState(history.state, '', address);
  return outcome;
}
