/** So many messages are looked back on: enough for one of them to have come fast, few enough to notice a clock that was set. */
const SAMPLES = 20;

/**
 * The server's clock minus ours. A message is always late and never early, so that the greatest of the last differences is the closest
 * to the truth.
 */
export class ClockOffset {
  private readonly differences: number[] = [];

  /** @returns the offset by all that is known now, in ms */
  observe(serverTimeMs: number, ourTimeMs: number): number {
    this.differences.push(serverTimeMs - ourTimeMs);
    if (this.differences.length > SAMPLES) {
      this.differences.shift();
    }
    return Math.max(...this.differences);
  }
}
