import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../waiting.mjs';
import { Service } from './service.mjs';

const logs = mkdtempSync(join(tmpdir(), 'dungeon-service-'));
after(() => rmSync(logs, { recursive: true }));

test('a process that ended says with what, and where its log is', async () => {
  const service = new Service('refused', ['--no-such-option'], logs);
  assert.equal(service.end, undefined);
  service.start();
  assert.equal(await until('the end', () => service.end, 30), `refused has ended (exit code 1; its log is ${join(logs, 'refused.log')})`);
  assert.equal(service.succeeded, false);
});

test('what is stopped is not started again', async () => {
  const service = new Service('stopped', ['-version'], logs);
  await service.stop();
  service.start();
  assert.equal(service.runs, false);
  assert.equal(service.end, undefined);
});
