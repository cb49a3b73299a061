import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from './problems';
import { retried } from './retried';

const problem = (status: number) => new Problem({ code: 'X', status, detail: '' });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('does it again while the server cannot answer', async () => {
  let calls = 0;
  const result = retried(() => (++calls < 3 ? Promise.reject(problem(503)) : Promise.resolve('there')), new AbortController().signal);
  await vi.runAllTimersAsync();
  expect(await result).toBe('there');
  expect(calls).toBe(3);
});

test('gives up at once for what stays wrong', async () => {
  let calls = 0;
  await expect(
    retried(() => {
      calls++;
      return Promise.reject(problem(404));
    }, new AbortController().signal),
  ).rejects.toMatchObject({ status: 404 });
  expect(calls).toBe(1);
});

test('gives up after a while', async () => {
  const result = retried(() => Promise.reject(problem(0)), new AbortController().signal);
  const refused = expect(result).rejects.toMatchObject({ status: 0 });
  await vi.runAllTimersAsync();
  await refused;
});
