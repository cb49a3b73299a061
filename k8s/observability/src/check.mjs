// Holds what belongs together against each other: each alert has a runbook with all its parts and each runbook an alert, each alert occurs in a
// test that expects it and in one that expects it silent, no label is unbounded, and promtool accepts the rules and their tests.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { allAlerts } from './rules.mjs';
import { dashboardExpressions } from './expressions.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const runbooks = join(root, '../../docs/runbooks');
const PARTS = ['## Meaning', '## Impact', '## Diagnosis', '## Mitigation'];
const UNBOUNDED = /\b(gameId|game_id|playerId|player_id|robotId|robot_id|commandId|command_id)\b/;

export function faultsOf({ alerts, pages, tests, expressions }) {
  const faults = [];
  const names = [...new Set(alerts.map(({ alert }) => alert))];
  for (const name of names) {
    const page = pages.get(`${name}.md`);
    if (page === undefined) {
      faults.push(`${name} has no runbook; write docs/runbooks/${name}.md`);
      continue;
    }
    PARTS.filter((part) => !page.includes(`\n${part}\n`)).forEach((part) => faults.push(`docs/runbooks/${name}.md has no part "${part}"`));
    if (!page.includes('```sh')) faults.push(`docs/runbooks/${name}.md has no command to find the cause with`);
    if (!pages.get('README.md').includes(`(${name}.md)`)) faults.push(`docs/runbooks/README.md does not name ${name}`);
    const asked = tests.flatMap((test) => test.alert_rule_test ?? []).filter((each) => each.alertname === name);
    if (!asked.some((each) => each.exp_alerts?.length)) faults.push(`${name} fires in no test`);
    if (!asked.some((each) => !each.exp_alerts?.length)) faults.push(`${name} is silent in no test`);
  }
  for (const page of pages.keys()) {
    if (page !== 'README.md' && !names.includes(page.replace(/\.md$/, ''))) faults.push(`docs/runbooks/${page} is of no alert`);
  }
  for (const { alert, severity } of alerts) {
    if (!['critical', 'warning'].includes(severity)) faults.push(`${alert} has the severity ${severity}, and not critical or warning`);
  }
  [...alerts.map(({ alert, expr }) => ({ where: alert, expr })), ...expressions]
    .filter(({ expr }) => UNBOUNDED.test(expr))
    .forEach(({ where }) => faults.push(`${where} asks for a label that has as many values as there are games or players`));
  return faults;
}

function promtool(...args) {
  const result = spawnSync('promtool', args, { encoding: 'utf8', cwd: root });
  if (result.error) return [`promtool cannot be run (${result.error.message}); install the package prometheus`];
  return result.status === 0 ? [] : [`promtool ${args.join(' ')}:\n${result.stdout}${result.stderr}`];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const testFiles = readdirSync(join(root, 'tests')).filter((name) => name.endsWith('.test.yaml'));
  const faults = [
    ...faultsOf({
      alerts: allAlerts,
      pages: new Map(readdirSync(runbooks).map((name) => [name, readFileSync(join(runbooks, name), 'utf8')])),
      tests: testFiles.flatMap((name) => parse(readFileSync(join(root, 'tests', name), 'utf8')).tests),
      expressions: dashboardExpressions(),
    }),
    ...promtool('check', 'rules', 'rules/slos.yaml', 'rules/alerts.yaml'),
    ...promtool('test', 'rules', ...testFiles.map((name) => `tests/${name}`)),
  ];
  faults.forEach((fault) => console.error(fault));
  console.log(`${allAlerts.length} alerts, ${testFiles.length} files of tests, ${dashboardExpressions().length} expressions: ${faults.length} faults`);
  process.exitCode = faults.length ? 1 : 0;
}
