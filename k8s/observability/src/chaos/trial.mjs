// Makes a fault, watches the alerts until all is well again, and says what was not as it should be.
import { Canary, isStarved } from './canary.mjs';
import { OF_LATENCY, unitTestsOnly } from './faults.mjs';
import { excuse, shortcomings, unjudged } from './verdict.mjs';
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
    const watch = await this.#watch(fault.fires);
    const making = fault.make(this.installation, this.records);
    const fired = () => fault.fires.length > 0 && fault.fires.every((name) => watch.seen.has(name) || watch.firedBefore.has(name));
    const longest = fault.fires.length ? Math.max(...fault.fires.map((name) => this.#within(fault, name))) : NOTHING_SECONDS;
    await Promise.all([making, watch.until(fired, longest)]);
    if (fault.fires.length) await watch.until(() => false, REST_SECONDS);
    watch.mend();
    const wrong = await fault.mend(this.installation, this.records);
    if (wrong) this.faults.push(`${fault.name}: ${wrong}`);
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

  /** Waits until nothing fires, and above all nothing that is expected. What fires even then is not this fault's. */
  async #watch(expected = []) {
    const before = new Watch(this.prometheus);
    const isCalm = () => this.#isCalm(before) && !expected.some((name) => before.firing.has(name));
    if (!(await before.until(isCalm, MENDED_SECONDS))) this.faults.push(`${[...before.firing].join(', ')} fired before`);
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
    const promised = (name) => this.prometheus.promises.get(bare(name));
    this.faults.push(...shortcomings(fault, watch, share, (name) => this.#within(fault, name)).map((each) => `${fault.name}: ${each}`));
    const row = (alert, ...times) => this.#rows.push([fault.name, alert, ...times, `${(share * 100).toFixed(1)} %`]);
    for (const [name, seen] of watch.seen) {
      const why = excuse(fault, name, seen, share) ?? ' (WRONG)';
      row(name + why, promised(name), seen.fired, seen.resolved ?? 'not');
      this.say(`   ${name}${why} fired after ${seen.fired} s and was resolved after ${seen.resolved ?? '-'} s`);
    }
    for (const name of unjudged(fault, watch)) row(`${name} (fired before)`, promised(name), '', '');
    if (watch.seen.size === 0 && watch.firedBefore.size === 0) row('none', '', '', '');
    this.say(`   the machine was late in ${(share * 100).toFixed(1)} % of all looks`);
  }

  /** What was seen, in Markdown. */
  table() {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const head = ['fault', 'alert', 'promised within, s', 'fired after, s', 'resolved after, s', 'machine late'];
    return [line(head), line(head.map(() => '---')), ...this.#rows.map(line), '', ...Object.entries(unitTestsOnly).map(([name, why]) => `- ${name}: ${why}`)].join('\n');
  }
}
