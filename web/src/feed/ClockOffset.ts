/** Long enough for some messages to have come fast, short enough to notice soon that a clock was set. */
const WINDOW_MS = 60_000;

interface Sample {
  readonly differenceMs: number;
  readonly atMs: number;
}

/**
 * The server's clock minus ours. A message is always late and never early, and one that many get can be old when it is sent: the
 * greatest of the last differences is the closest to the truth.
 */
export class ClockOffset {
  /** Falling, because a smaller difference that is older will never count again. */
  private samples: Sample[] = [];

  /** @returns the offset by all that is known now, in ms */
  observe(serverTimeMs: number, ourTimeMs: number): number {
    const differenceMs = serverTimeMs - ourTimeMs;
    this.samples = this.samples.filter(
      (sample) => sample.differenceMs > differenceMs && Math.abs(ourTimeMs - sample.atMs) <= WINDOW_MS,
    );
    this.samples.push({ differenceMs, atMs: ourTimeMs });
    return this.samples[0]?.differenceMs ?? differenceMs;
  }
}
