// A PostgreSQL that another process has started: a postmaster, and a process of its own for each connection.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64v8' };
const DEATH_MS = 10_000;

/** Why none can run on this machine, with these libraries; nothing if one can. */
export function lacksPostgres(classPath, { platform, arch } = process, isRoot = process.getuid?.() === 0, mayUnshare = unshares) {
  if (!classPath.includes(`/embedded-postgres-binaries-${platform}-${ARCHITECTURES[arch] ?? arch}-`)) {
    return `There are no binaries of PostgreSQL for ${platform} on ${arch}`;
  }
  // It refuses to run as root, so its library gives it users of its own.
  return isRoot && !mayUnshare() ? 'PostgreSQL does not run as root, and nobody here may make users of his own (unshare -U)' : undefined;
}

const unshares = () => spawnSync('unshare', ['-U', 'true']).status === 0;

export class Postgres {
  #frozen = [];

  /** @param data its folder, which need not be there yet */
  constructor(data) {
    this.data = data;
  }

  /** Whoever is connected waits for answers, and whoever comes is not let in; to the network all is well. */
  freeze() {
    // The postmaster first, which makes new ones.
    const postmaster = this.#postmaster();
    signal('SIGSTOP', [postmaster]);
    this.#frozen = [...childrenOf(postmaster), postmaster];
    signal('SIGSTOP', this.#frozen);
  }

  thaw() {
    signal('SIGCONT', this.#frozen);
    this.#frozen = [];
  }

  /** Ends it at once if it still runs, which is so if whoever started it was killed. */
  async stop() {
    this.thaw();
    const postmaster = this.#postmaster();
    signal('SIGQUIT', [postmaster]);
    for (const deadline = Date.now() + DEATH_MS; this.#postmaster() && Date.now() < deadline; ) await pause(100);
    if (this.#postmaster()) signal('SIGKILL', [...childrenOf(postmaster), postmaster]);
  }

  /** Nothing if it does not run; its file has gone when it has ended. */
  #postmaster() {
    try {
      const pid = Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
      return signal(0, [pid]) ? pid : undefined;
    } catch {
      return undefined;
    }
  }
}

function childrenOf(pid) {
  return spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean).map(Number);
}

/** Says whether all were there to get it. */
function signal(name, pids) {
  const reached = pids.map((pid) => {
    try {
      return pid > 0 && process.kill(pid, name);
    } catch {
      return false;
    }
  });
  return reached.every(Boolean);
}
