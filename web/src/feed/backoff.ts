const SHORTEST_MS = 500;
const LONGEST_MS = 15_000;

/** How long to wait before the next try: anything up to a limit that doubles, so that clients that were lost together come back apart. */
export class Backoff {
  private failures = 0;

  constructor(private readonly random: () => number) {}

  nextDelayMs(): number {
    const limitMs = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** this.failures);
    this.failures++;
    return Math.round(this.random() * limitMs);
  }

  reset(): void {
    this.failures = 0;
  }
}
