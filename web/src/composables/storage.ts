const PREFIX = 'dungeon.';

/** What the page remembers in this browser; null if nothing, or where the browser keeps nothing. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Tells when another tab of the browser has remembered or forgotten a value; null is forgotten. */
export function onSettingElsewhere(name: string, listen: (value: string | null) => void): void {
  if (typeof window === 'undefined') return;
  window.addEventListener('storage', ({ key }) => {
    // Without a key all was forgotten.
    if (key === PREFIX + name || key === null) listen(readSetting(name));
  });
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
