// Sends records at a steady pace, and knows whether the broker has taken them at that pace.
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 100;
/** So much of what is due may still be on its way to the broker. */
const ON_THE_WAY_SECONDS = 2;

export class Flood {
  #acknowledged = 0;
  #failures = [];
  #stopped = false;
  #began;

  /**
   * Begins at once.
   * @param perSecond records that the broker is to acknowledge in each second, on the mean
   * @param send takes a number of records; ends when the broker has acknowledged them all, or fails
   * @param clock for tests: what time it is in ms, and a rest of so many
   */
  constructor(perSecond, send, { now = Date.now, rest = pause } = {}) {
    Object.assign(this, { perSecond, send, now, rest });
    this.#began = now();
    this.ended = this.#run();
  }

  /** Ends it, and says what is wrong with it: nothing, if the broker took what was due and no sending failed. */
  stop() {
    const seconds = this.#seconds;
    this.#stopped = true;
    const least = Math.floor(this.perSecond * Math.max(0, seconds - ON_THE_WAY_SECONDS));
    const wrong = [];
    if (this.#acknowledged < least) {
      wrong.push(`the broker took ${this.#acknowledged} records in ${Math.round(seconds)} s, and ${this.perSecond} a second were to be sent`);
    }
    if (this.#failures.length) wrong.push(`sendings that failed: ${this.#failures.length}, the first because of: ${this.#failures[0]}`);
    return wrong.join('; ') || undefined;
  }

  get #seconds() {
    return (this.now() - this.#began) / 1000;
  }

  /** What was not acknowledged in time, or failed, is made up for by larger batches. */
  async #run() {
    while (!this.#stopped) {
      await this.rest(PAUSE_MS);
      const due = Math.floor(this.#seconds * this.perSecond) - this.#acknowledged;
      if (due <= 0) continue;
      try {
        await this.send(due);
        if (!this.#stopped) this.#acknowledged += due;
      } catch (e) {
        if (!this.#stopped) this.#failures.push(e.message);
      }
    }
  }
}
