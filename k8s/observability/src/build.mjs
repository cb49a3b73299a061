// Writes what is generated: the rules for Prometheus, the same as a PrometheusRule, and the dashboards. With --check it compares, and ends
// with 1 if what is committed is not what the sources give.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { alertRules, sloRules } from './rules.mjs';
import { dashboards } from './dashboards/index.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const NOTE = '# Made by `npm run build` from src/; change it there.\n';
const yaml = (value) => NOTE + stringify(value, { lineWidth: 0 });

const files = new Map([
  ['rules/slos.yaml', yaml(sloRules)],
  ['rules/alerts.yaml', yaml(alertRules)],
  [
    'prometheus-rule.yaml',
    yaml({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: 'dungeon', namespace: 'observability' },
      spec: { groups: [...sloRules.groups, ...alertRules.groups] },
    }),
  ],
  ...dashboards.map((dashboard) => [`dashboards/${dashboard.uid}.json`, JSON.stringify(dashboard, null, 2) + '\n']),
]);

const faults = [];
const check = process.argv.includes('--check');
for (const [name, text] of files) {
  const path = join(root, name);
  if (!check) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } else if (read(path) !== text) {
    faults.push(`${name} is not what src/ gives; run: cd k8s/observability && npm ci && npm run build`);
  }
}
for (const folder of ['rules', 'dashboards']) {
  for (const name of readdirSync(join(root, folder))) {
    if (!files.has(`${folder}/${name}`)) faults.push(`${folder}/${name} is nobody's; remove it`);
  }
}
faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length ? 1 : 0;

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (e) {
    if (e.code === 'ENOENT') return '';
    throw e;
  }
}
