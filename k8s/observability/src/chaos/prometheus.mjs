// A Prometheus over an installation, with the rules in shorter time.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { freePort, json, until } from '../waiting.mjs';
import { answers } from './installation.mjs';
import { promised, shortened, unrecorded } from './shortened.mjs';

const rulesFolder = join(dirname(fileURLToPath(import.meta.url)), '../../rules');
const FILES = ['slos.yaml', 'alerts.yaml'];
// What a cluster's Prometheus does every 15 s, in shorter time and a little more seldom: two samples have to be in the shortest window, and more take processor from the others.
const INTERVAL = '2s';

export class Prometheus {
  #process;

  /**
   * @param targets the ports of metrics, by job
   * @param factor by which time is shortened
   */
  constructor(folder, targets, factor) {
    Object.assign(this, { folder, targets, factor });
    this.real = new Map(FILES.map((name) => [name, parse(readFileSync(join(rulesFolder, name), 'utf8'))]));
    this.rules = new Map([...this.real].map(([name, rules]) => [name, shortened(rules, factor)]));
  }

  /** Every alert that is tried, with the seconds within which it promises to fire. */
  get promises() {
    return new Map(tried(this.rules).map((rule) => [rule.alert, promised({ ...rule, labels: windowOf(rule, this.factor) })]));
  }

  async start() {
    mkdirSync(this.folder, { recursive: true });
    for (const [name, rules] of this.rules) writeFileSync(join(this.folder, name), stringify(rules, { lineWidth: 0 }));
    writeFileSync(
      join(this.folder, 'prometheus.yml'),
      stringify({
        global: { scrape_interval: INTERVAL, scrape_timeout: INTERVAL, evaluation_interval: INTERVAL },
        rule_files: FILES,
        scrape_configs: Object.entries(this.targets).map(([job, ports]) => ({
          job_name: job,
          static_configs: [{ targets: ports.map((port) => `127.0.0.1:${port}`) }],
        })),
      }),
    );
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const log = openSync(join(this.folder, 'prometheus.log'), 'a');
    const args = ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=127.0.0.1:${port}`];
    // The shell ends it when the pipe from this process does.
    const bound = '"$@" & child=$!; cat >/dev/null; kill "$child"; wait "$child"';
    this.#process = spawn('sh', ['-c', bound, 'sh', 'prometheus', ...args], { cwd: this.folder, stdio: ['pipe', log, log] });
    closeSync(log);
    await until('Prometheus', () => answers(`${this.url}/-/ready`), 30);
    // Of what was never seen before, no change is seen.
    await until('a first look at each target', async () => (await this.#up()) === Object.values(this.targets).flat().length, 30);
  }

  /** How many targets have given their figures at the last look. */
  async #up() {
    const { data } = await json(`${this.url}/api/v1/query?query=${encodeURIComponent('count(up == 1)')}`);
    return Number(data.result[0]?.value[1] ?? 0);
  }

  /** What fires now, by name and labels. */
  async firing() {
    const { data } = await json(`${this.url}/api/v1/alerts`);
    return data.alerts
      .filter(({ state }) => state === 'firing')
      .map(({ labels: { alertname: name, ...labels } }) => ({ name, labels }))
      .filter(isTried);
  }

  /** Whether an alert would begin to wait, or fire, with its windows as they are. */
  async inRealTime(alert) {
    const expressions = tried(this.real).filter((rule) => rule.alert === alert).map(({ expr }) => unrecorded(expr, this.real.get('slos.yaml')));
    const answers = await Promise.all(expressions.map((expr) => json(`${this.url}/api/v1/query?query=${encodeURIComponent(expr)}`)));
    return answers.some(({ data }) => data.result.length > 0);
  }

  async stop() {
    if (!this.#process) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    await ended;
  }
}

/** Windows of 6 h and more are half an hour and more in shorter time; the run is over before they are full, and what they say of it means nothing. */
function isTried({ labels }) {
  return !labels.long || labels.long === '1h';
}

const tried = (files) => [...files.values()].flatMap(({ groups }) => groups.flatMap(({ rules }) => rules)).filter((rule) => rule.alert && isTried(rule));

const windowOf = ({ labels }, factor) => (labels.long ? { long: `${3600 / factor}s` } : {});
