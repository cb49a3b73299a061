// Whether the machine leaves the platform the time that it needs. Alerts of latency tell the truth of a machine that others have taken, and then say
// nothing about a fault.
const EVERY_MS = 20;
const LATE_MS = 100;
/** A command needs some ten turns on the processor until its outcome is seen: what is late in so many turns is late in ten times as many commands. */
const STARVED_SHARE = 0.003;

export class Canary {
  #looks = 0;
  #late = 0;

  constructor() {
    let expected = Date.now() + EVERY_MS;
    this.timer = setInterval(() => {
      this.#looks++;
      if (Date.now() - expected > LATE_MS) this.#late++;
      expected = Date.now() + EVERY_MS;
    }, EVERY_MS);
  }

  /** The share of looks that were late since it was taken. */
  get share() {
    return this.#looks ? this.#late / this.#looks : 0;
  }

  /** The share, which begins anew. */
  take() {
    const { share } = this;
    this.#looks = this.#late = 0;
    return share;
  }

  stop() {
    clearInterval(this.timer);
  }
}

export const isStarved = (share) => share > STARVED_SHARE;
