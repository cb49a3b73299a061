// Makes faults on a whole installation, one after the other, and holds the alerts that fire against the table of faults.mjs: those that must,
// within the time that they promise, and no other; and that all are resolved when the fault is mended. Before, unless a fault is named, a time without
// one in which none may fire. Needs prometheus. Ends with 1 if an alert is not as it should be, and keeps logs and metrics then. Used as: npm run chaos [-- --only <part of a fault's name>]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chosen } from './choice.mjs';
import { faults } from './faults.mjs';
import { Installation } from './installation.mjs';
import { Load } from './load.mjs';
import { Prometheus } from './prometheus.mjs';
import { Records } from './records.mjs';
import { Trial } from './trial.mjs';

/** Two minutes become twelve seconds. Less would be shorter than Kafka's own sessions, which nobody shortens. */
const FACTOR = 10;
/** With two applications in each instance of the queries, outcomes were slow for longer than half a minute. */
const WARM_UP_MS = 90_000;
/** Between two faults: rates look back for half a minute, and a service that has just come back answers slowly at first. */
const SETTLE_MS = 30_000;
const QUIET_SECONDS = 120;

const say = (text) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);
const undo = [];
let status = 0;
let folder;

/** Fails as soon as somebody wants it to end; a second time ends it at once. */
const interrupted = new Promise((_, reject) => {
  for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15]]) {
    process.once(signal, () => {
      status = 128 + number;
      reject(new Error(`Ended by ${signal}`));
    });
  }
});

async function run(selected) {
  Installation.build();
  folder = mkdtempSync(join(tmpdir(), 'dungeon-chaos-'));
  const installation = await Installation.in(folder);
  // Who is frozen does not see that this process has ended.
  process.on('exit', () => installation.thaw());
  const prometheus = new Prometheus(join(folder, 'prometheus'), installation.targets, FACTOR);
  const records = new Records(installation.brokers);
  const load = new Load(installation.ingestUrl, installation.queriesUrls, Boolean(installation.history));
  const trial = new Trial({ installation, prometheus, records, say });
  undo.push(() => trial.stop(), () => records.stop(), () => prometheus.stop(), () => installation.stop(), () => load.stop(), () => records.close().catch(() => {}));

  await installation.start();
  await records.connect();
  await load.start();
  say(`An installation plays; its files are in ${folder}. It warms up`);
  await pause(WARM_UP_MS);
  await prometheus.start();
  say(`Prometheus, with times divided by ${FACTOR}: ${prometheus.url}`);
  if (selected.length === faults.length) await trial.quiet(QUIET_SECONDS);
  for (const fault of selected) {
    if (fault.needsHistory && installation.lacksHistory) say(`Left out: ${fault.name}. ${installation.lacksHistory}`);
    else {
      await trial.suffer(fault);
      if (fault !== selected.at(-1)) await pause(SETTLE_MS);
    }
  }
  say(`Players sent ${load.counts.orders} orders, ${load.counts.unanswered} without an answer; ${load.counts.questions} questions, ${load.counts.failed} without`);
  console.log(trial.table());
  trial.faults.forEach((fault) => console.error(`FOUND: ${fault}`));
  if (trial.faults.length) status = 1;
}

function chosenOrEnd() {
  try {
    return chosen(process.argv.slice(2), faults);
  } catch ({ message }) {
    console.error(message);
    process.exit(2);
  }
}

try {
  await Promise.race([run(chosenOrEnd()), interrupted]);
} catch (e) {
  console.error(status ? e.message : e);
  status ||= 1;
} finally {
  for (const each of undo) await each();
  if (status === 1 && folder) console.error(`Logs and metrics are kept in ${folder}`);
  else if (folder) rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
