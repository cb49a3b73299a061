import { Problem } from './problems';

/** Whoever opens a game waits no longer than for a restart of the server. */
const ATTEMPTS_MAXIMUM = 20;
const RETRY_DELAY_MS = 1_500;

/** Whether the same request can succeed in a moment. */
function passesBy(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 429);
}

/** Does something again, for some time, while the server is away or says that it cannot answer now. */
export async function retried<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || attempt >= ATTEMPTS_MAXIMUM || !passesBy(error)) throw error;
      const delayMs = (error as Problem).retryAfterMs ?? RETRY_DELAY_MS;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}
