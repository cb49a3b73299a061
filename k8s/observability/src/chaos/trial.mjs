// Makes a fault, watches the alerts until all is well again, and says what was not as it should be.
import { Canary, isStarved } from './canary.mjs';
import { OF_LATENCY, unitTestsOnly } from './faults.mjs';
import { bare, Watch } from './watch.mjs';

/** From something being so until it is scraped, evaluated and read, on a machine that is busy. */
const SLACK_SECONDS = 10;
/** After the last alert that was waited for, and after the last that was resolved, those that nobody expects have time to come. */
const REST_SECONDS = 15;
/** Longer than any alert but those of a budget takes. */
const NOTHING_SECONDS = 60;
/** A start, and the longest window. */
const MENDED_SECONDS = 300;

export class Trial {
  faults = [];
  #rows = [];
  #canary = new Canary();
  #restless = 0;

  constructor({ installation, prometheus, records, say }) {
    Object.assign(this, { installation, prometheus, records, say });
  }

  /** All is well, and no alert may fire. */
  async quiet(seconds) {
    const fault = { name: 'nothing is wrong', fires: [] };
    this.say(`Nothing is wrong, for ${seconds} s`);
    const watch = await this.#watch();
    await watch.until(() => false, seconds);
    this.#judge(fault, watch);
  }

  async suffer(fault) {
    this.say(`${fault.name}; expected: ${fault.fires.join(', ') || 'no alert'}`);
    const watch = await this.#watch();
    const making = fault.make(this.installation, this.records);
    const fired = () => fault.fires.length > 0 && fault.fires.every((name) => watch.seen.has(name));
    const longest = fault.fires.length ? Math.max(...fault.fires.map((name) => this.#within(fault, name))) : NOTHING_SECONDS;
    await Promise.all([making, watch.until(fired, longest)]);
    if (fault.fires.length) await watch.until(() => false, REST_SECONDS);
    watch.mend();
    await fault.mend(this.installation, this.records);
    await this.installation.awaitReady();
    this.#restless = Date.now();
    if (!(await watch.until(() => this.#isCalm(watch), MENDED_SECONDS))) {
      this.faults.push(`${fault.name}: ${[...watch.firing].join(', ')} not resolved ${MENDED_SECONDS} s after the fault was mended`);
    }
    this.#judge(fault, watch);
  }

  stop() {
    this.#canary.stop();
  }

  /** What fires already is not this fault's. */
  async #watch() {
    const before = new Watch(this.prometheus);
    if (!(await before.until(() => this.#isCalm(before), MENDED_SECONDS))) this.faults.push(`${[...before.firing].join(', ')} fired before`);
    this.#canary.take();
    return new Watch(this.prometheus, before.firing);
  }

  /** For a while nothing has fired; on a machine that has no time, nothing but what says that. */
  #isCalm({ firing }) {
    if (![...firing].every((name) => OF_LATENCY.includes(name) && isStarved(this.#canary.share))) this.#restless = Date.now();
    return Date.now() - this.#restless > REST_SECONDS * 1000;
  }

  #within = (fault, name) => this.prometheus.promises.get(bare(name)) + SLACK_SECONDS + (fault.noticedAfter ?? 0);

  #judge(fault, watch) {
    const share = this.#canary.take();
    for (const name of fault.fires) {
      const seen = watch.seen.get(name);
      if (!seen) this.faults.push(`${fault.name}: ${name} did not fire`);
      else if (seen.fired > this.#within(fault, name)) this.faults.push(`${fault.name}: ${name} fired after ${seen.fired} s only`);
      else if (seen.flapped) this.faults.push(`${fault.name}: ${name} was resolved before anything was mended`);
    }
    const row = (alert, ...times) => this.#rows.push([fault.name, alert, ...times, `${(share * 100).toFixed(1)} %`]);
    for (const [name, seen] of watch.seen) {
      const why = excuse(fault, name, seen, share);
      if (why === undefined) this.faults.push(`${fault.name}: ${name} fired too`);
      row(name + (why ?? ' (WRONG)'), this.prometheus.promises.get(bare(name)), seen.fired, seen.resolved ?? 'not');
      this.say(`   ${name}${why ?? ' (WRONG)'} fired after ${seen.fired} s and was resolved after ${seen.resolved ?? '-'} s`);
    }
    if (watch.seen.size === 0) row('none', '', '', '');
    this.say(`   the machine was late in ${(share * 100).toFixed(1)} % of all looks`);
  }

  /** What was seen, in Markdown. */
  table() {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const head = ['fault', 'alert', 'promised within, s', 'fired after, s', 'resolved after, s', 'machine late'];
    return [line(head), line(head.map(() => '---')), ...this.#rows.map(line), '', ...Object.entries(unitTestsOnly).map(([name, why]) => `- ${name}: ${why}`)].join('\n');
  }
}

/** Why an alert may fire: nothing to be said if it has to, and undefined if it must not. */
function excuse(fault, name, { inRealTime }, share) {
  if (fault.fires.includes(name)) return '';
  if (name in (fault.may ?? {})) return ' (may)';
  if (fault.brief && !inRealTime) return ' (not in real time)';
  if (OF_LATENCY.includes(name) && isStarved(share)) return ' (of the machine)';
  return undefined;
}
