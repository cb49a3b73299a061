// Makes faults on a whole installation, one after the other, and holds the alerts that fire against the table of faults.mjs: those that must,
// within the time that they promise, and no other; and that all are resolved when the fault is mended. Before, unless a fault is named, a time without
// one in which none may fire. Needs prometheus. Ends with 1 if an alert is not as it should be. Used as: npm run chaos [-- --only <part of a fault's name>]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faults } from './faults.mjs';
import { Installation } from './installation.mjs';
import { Load } from './load.mjs';
import { Prometheus } from './prometheus.mjs';
import { Records } from './records.mjs';
import { Trial } from './trial.mjs';

/** Two minutes become twelve seconds. Less would be shorter than Kafka's own sessions, which nobody shortens. */
const FACTOR = 10;
const WARM_UP_MS = 30_000;
const QUIET_SECONDS = 120;

const only = process.argv[2] === '--only' ? process.argv[3] : '';
const folder = mkdtempSync(join(tmpdir(), 'dungeon-chaos-'));
const say = (text) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);
let keep = false;

const installation = await Installation.in(folder);
const prometheus = new Prometheus(join(folder, 'prometheus'), installation.targets, FACTOR);
const records = new Records(installation.brokers);
const load = new Load(installation.ingestUrl, installation.queriesUrls);
const trial = new Trial({ installation, prometheus, records, say });
// Who is frozen does not see that this process has ended.
process.on('exit', () => installation.all.forEach((each) => each.thaw()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
try {
  await installation.start();
  await records.connect();
  await load.start();
  say(`An installation plays; its files are in ${folder}. It warms up`);
  await pause(WARM_UP_MS);
  await prometheus.start();
  say(`Prometheus, with times divided by ${FACTOR}: ${prometheus.url}`);
  if (!only) await trial.quiet(QUIET_SECONDS);
  for (const fault of faults.filter(({ name }) => name.includes(only))) await trial.suffer(fault);
  say(`Players sent ${load.counts.orders} orders, ${load.counts.unanswered} without an answer; ${load.counts.questions} questions, ${load.counts.failed} without`);
  console.log(trial.table());
  trial.faults.forEach((fault) => console.error(`FOUND: ${fault}`));
  keep = trial.faults.length > 0;
} catch (e) {
  console.error(e);
  keep = true;
} finally {
  trial.stop();
  records.stop();
  await prometheus.stop();
  await installation.stop();
  await load.stop();
  await records.close().catch(() => {});
  if (keep) console.error(`Logs and metrics are kept in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exit(keep ? 1 : 0);
