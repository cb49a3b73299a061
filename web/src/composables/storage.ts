const PREFIX = 'dungeon.';

/** What the page remembers in this browser; null if nothing, or where the browser keeps nothing. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Remembers a value, or forgets it with null. A browser that keeps nothing is no failure: the page works without. */
export function writeSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    return;
  }
}
