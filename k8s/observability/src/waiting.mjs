// What everything that starts a platform does: find ports, wait, and ask over HTTP.
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A port of 127.0.0.1 that nobody has at the moment. */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** What a condition gives as soon as it is something; fails after so many seconds, or with what `trouble` says. */
export async function until(what, condition, seconds, trouble = () => undefined) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
    const wrong = trouble();
    if (wrong) throw new Error(`${wrong} while ${what} was waited for`);
    const value = await condition();
    if (value) return value;
    await pause(500);
  }
  throw new Error(`${what} did not come within ${seconds} s`);
}

/** The answer, read as JSON if it says that it is. */
export async function json(url, options = {}) {
  const response = await fetch(url, options);
  return response.headers.get('content-type')?.includes('json') ? response.json() : response.text();
}
