// What fires, seen twice a second.
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 500;

export class Watch {
  /** By the alert: seconds until it fired, from the beginning, and until it was resolved, from the end of the fault; and whether it is true in real time. */
  seen = new Map();
  firing = new Set();
  #began = Date.now();
  #mended;
  #before;

  /** @param before what fires already; nothing can be said of it, and it is seen only if it fires anew */
  constructor(prometheus, before = new Set()) {
    this.prometheus = prometheus;
    this.#before = new Set(before);
    this.firedBefore = new Set(before);
  }

  /** The fault is over from now on. */
  mend() {
    this.#mended = Date.now();
  }

  /** Looks until something is so; says whether it came to be. */
  async until(condition, seconds) {
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
      await this.#look();
      if (condition()) return true;
      await pause(LOOK_MS);
    }
    return false;
  }

  async #look() {
    const now = new Set((await this.prometheus.firing()).map(nameOf));
    for (const name of this.#before) now.delete(name) || this.#before.delete(name);
    for (const name of now) {
      const alert = this.seen.get(name) ?? { fired: secondsSince(this.#began), inRealTime: false };
      this.seen.set(name, alert);
      alert.inRealTime ||= await this.prometheus.inRealTime(bare(name));
    }
    for (const name of this.firing) {
      if (now.has(name)) continue;
      const alert = this.seen.get(name);
      alert.resolved = secondsSince(this.#mended ?? this.#began);
      alert.flapped ||= !this.#mended;
    }
    this.firing = now;
  }
}

/** The alert's name alone. */
export const bare = (name) => name.replace(/\{.*/, '');

/** An alert of a single target is told by its job, because that is to be the right one. */
const nameOf = ({ name, labels }) => (labels.job ? `${name}{${labels.job}}` : name);
const secondsSince = (time) => Math.round((Date.now() - time) / 1000);
