// A whole installation, each part in a process of its own, as in a cluster: a broker, the schema registry, two instances of the topology and of
// the queries, command-ingest, the analytics, and the history with its PostgreSQL and the worker of Kafka Connect that fills it.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, json, until } from '../waiting.mjs';
import { lacksPostgres, Postgres } from './postgres.mjs';
import { Service } from './service.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
// The quick compiler and the simplest collector, because two cores are shared by ten processes.
const JVM = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError'];
const READY_SECONDS = 240;
/** A little more than the history gives itself. */
const CLOSE_SECONDS = 25;

export class Installation {
  /** Builds what is out of date. */
  static build() {
    // They have no settings to tell of, and are here because whatever the script starts, it builds first.
    for (const service of ['topology', 'history']) {
      const built = spawnSync(join(root, 'dungeon'), ['service', service, '--help'], { stdio: ['ignore', 'ignore', 'inherit'] });
      if (built.status !== 0) throw new Error('The platform cannot be built');
    }
  }

  /** Lays everything out in a folder. Starts nothing yet. */
  static async in(folder) {
    const names = ['broker', 'controller', 'registry', 'ingest', 'analytics', 'topology1', 'topology2', 'queries1', 'queries2', 'history', 'postgres', 'worker'];
    const ports = {};
    for (const name of names) ports[name] = await freePort();
    return new Installation(folder, ports);
  }

  constructor(folder, ports) {
    const target = join(root, 'standalone/target');
    const classes = join(target, 'classes');
    const classPath = classPathOf('standalone');
    const classPathOfHistory = classPathOf('connectors/history');
    /** Why there is no history; nothing if there is one. */
    this.lacksHistory = lacksPostgres(classPathOfHistory);
    const logs = join(folder, 'logs');
    const url = (name) => `http://127.0.0.1:${ports[name]}`;
    this.brokers = `127.0.0.1:${ports.broker}`;
    this.registryUrl = `${url('registry')}/apis/ccompat/v7`;
    this.ingestUrl = url('ingest');
    this.queriesUrls = [url('queries1'), url('queries2')];
    /** Where metrics are, by the job that has them. */
    this.targets = {
      'dungeon-topology': [ports.topology1, ports.topology2],
      'dungeon-queries': [ports.queries1, ports.queries2],
      'dungeon-ingest': [ports.ingest],
      'dungeon-analytics': [ports.analytics],
      ...(!this.lacksHistory && { 'dungeon-history': [ports.history] }),
    };

    const common = { 'bootstrap.servers': this.brokers, 'schema.registry.url': this.registryUrl };
    const keys = { 'key.set.url': `${this.ingestUrl}/.well-known/jwks.json` };
    const service = (name, main, settings, heap = '256m') =>
      new Service(
        name,
        [
          ...[...JVM, `-Xmx${heap}`, '-cp', classPath, 'dungeon.standalone.launcher.ParentBoundMain', main],
          ...Object.entries(settings).map(([key, value]) => `--${key}=${value}`),
        ],
        logs,
      );
    const topology = (number) =>
      service(`topology-${number}`, 'dungeon.app.TopologyMain', {
        ...common,
        ...keys,
        'http.port': ports[`topology${number}`],
        'state.dir': join(folder, `topology-${number}`),
        'service.token.url': `${this.ingestUrl}/auth/services/`,
        'administrator.token.file': join(folder, 'ingest/administrator.token'),
        'num.standby.replicas': 1,
      });
    const queries = (number) =>
      service(`queries-${number}`, 'dungeon.queries.QueriesMain', {
        ...common,
        ...keys,
        'http.port': ports[`queries${number}`],
        'state.dir': join(folder, `queries-${number}`),
        'ingest.url': this.ingestUrl,
        ...(!this.lacksHistory && { 'history.url': url('history') }),
      });
    this.setup = service('setup', 'dungeon.app.SetupMain', common);
    this.broker = broker(folder, ports, classPath, logs);
    this.registry = registry(ports, classes, join(target, 'registry'), logs);
    this.topologies = [topology(1), topology(2)];
    this.queries = [queries(1), queries(2)];
    this.ingest = service('ingest', 'dungeon.ingest.IngestMain', {
      'dungeon.ingest.port': ports.ingest,
      'dungeon.ingest.bootstrap-servers': this.brokers,
      'dungeon.ingest.schema-registry-url': this.registryUrl,
      'dungeon.ingest.data-dir': join(folder, 'ingest'),
    });
    this.analytics = service('analytics', 'dungeon.analytics.http.AnalyticsMain', {
      ...common,
      'http.port': ports.analytics,
      'state.dir': join(folder, 'analytics'),
    });
    if (this.lacksHistory) return;
    this.historyUrl = url('history');
    this.history = history(join(folder, 'history'), ports, common, classPathOfHistory, logs);
    this.database = new Postgres(join(folder, 'history/postgres/data'));
  }

  get all() {
    return [...this.topologies, ...this.queries, this.ingest, this.analytics, ...(this.history ? [this.history] : []), this.setup, this.registry, this.broker];
  }

  /** Nothing that was frozen stays so. */
  thaw() {
    this.all.forEach((each) => each.thaw());
    this.database?.thaw();
  }

  /** Starts everything, and returns when all serve. */
  async start() {
    this.broker.start();
    this.registry.start();
    this.setup.start();
    await until('the set-up of topics and schemas', () => this.setup.end, READY_SECONDS, () => this.#missing());
    if (!this.setup.succeeded) throw new Error(`Topics and schemas are not set up: ${this.setup.end}`);
    this.ingest.start();
    for (const each of [...this.topologies, ...this.queries, this.analytics]) each.start();
    this.history?.start();
    await this.awaitReady();
    if (this.history) await this.awaitHistory();
  }

  /** Waits until what happens from now on is in the history. */
  async awaitHistory() {
    const { playerId } = await json(`${this.ingestUrl}/auth/guest`, { method: 'POST' });
    await until('a new player in the history', () => answers(`${this.historyUrl}/history/players/${playerId}`), READY_SECONDS, () => this.#missing());
  }

  /** Waits until every service says that it is ready. */
  async awaitReady() {
    for (const port of Object.values(this.targets).flat()) {
      await until(`the service at port ${port}`, () => answers(`http://127.0.0.1:${port}/health/ready`), READY_SECONDS, () => this.#missing());
    }
  }

  /** Which process that should run has ended, and how. */
  #missing = () => this.all.filter((each) => each !== this.setup).find((each) => each.end)?.end;

  async stop() {
    this.thaw();
    // It takes its worker and its database with it.
    await this.history?.close(CLOSE_SECONDS);
    await Promise.all(this.all.map((each) => each.stop()));
    await this.database?.stop();
  }
}

/** Whether it answers with 200, and soon. */
export async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function classPathOf(module) {
  const target = join(root, module, 'target');
  return `${join(target, 'classes')}:${readFileSync(join(target, 'class-path.txt'), 'utf8').trim()}`;
}

/** As ./dungeon up has it: its process starts PostgreSQL and the worker, and ends by itself when the pipe from this process does. */
function history(folder, ports, common, classPath, logs) {
  const settings = { ...common, folder, 'postgres.port': ports.postgres, 'worker.port': ports.worker, 'http.port': ports.history };
  const options = Object.entries(settings).map(([key, value]) => `--${key}=${value}`);
  return new Service('history', [...JVM, '-Xmx256m', '-cp', classPath, 'dungeon.history.local.LocalHistoryMain', ...options], logs);
}

function broker(folder, ports, classPath, logs) {
  const settings = {
    node: 1,
    folder: join(folder, 'broker'),
    port: ports.broker,
    'controller.port.1': ports.controller,
    cluster: '5L6g3nShT-eMCtK--X86sw',
  };
  const file = join(folder, 'broker.properties');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, Object.entries(settings).map(([key, value]) => `${key}=${value}\n`).join(''));
  const role = ['dungeon.standalone.processes.ChildMain', 'dungeon.standalone.processes.BrokerRole', join(logs, 'broker'), file];
  return new Service('broker', [...JVM, '-Xmx384m', '-cp', classPath, ...role], logs);
}

function registry(ports, classes, folder, logs) {
  const jar = join(folder, readdirSync(folder).find((name) => /^apicurio-registry-app-.*-runner\.jar$/.test(name)));
  // In memory: it is frozen, and never started anew.
  const properties = {
    'quarkus.http.host': '127.0.0.1',
    'quarkus.http.port': ports.registry,
    'registry.ccompat.legacy-id-mode.enabled': false,
    'registry.ccompat.use-canonical-hash': true,
    'registry.enable.sentry': false,
  };
  return new Service(
    'registry',
    [
      ...[...JVM, '-Xmx128m', ...Object.entries(properties).map(([key, value]) => `-D${key}=${value}`)],
      ...['-cp', `${classes}:${jar}`, 'dungeon.standalone.launcher.ParentBoundMain', 'io.quarkus.runner.GeneratedMain'],
    ],
    logs,
  );
}
