// What the check must find: a planted fault for each of its rules.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { faultsOf } from './check.mjs';

const PAGE = '# A\n\n## Meaning\n\n## Impact\n\n## Diagnosis\n\n```sh\nask\n```\n\n## Mitigation\n';
const sound = () => ({
  alerts: [{ alert: 'A', severity: 'critical', expr: 'up == 0' }],
  pages: new Map([['A.md', PAGE], ['README.md', '[A](A.md)']]),
  tests: [{ alert_rule_test: [{ alertname: 'A' }, { alertname: 'A', exp_alerts: [{}] }] }],
  expressions: [{ where: 'a panel', expr: 'up' }],
});

test('what is sound has no faults', () => assert.deepEqual(faultsOf(sound()), []));

const planted = {
  'an alert without a runbook': [(all) => all.pages.delete('A.md'), 'A has no runbook; write docs/runbooks/A.md'],
  'a runbook without mitigation': [(all) => all.pages.set('A.md', PAGE.replace('## Mitigation', '')), 'docs/runbooks/A.md has no part "## Mitigation"'],
  'a runbook without a command': [(all) => all.pages.set('A.md', PAGE.replace('```sh', '')), 'docs/runbooks/A.md has no command to find the cause with'],
  'a runbook that the list lacks': [(all) => all.pages.set('README.md', ''), 'docs/runbooks/README.md does not name A'],
  'a runbook of no alert': [(all) => all.pages.set('B.md', PAGE), 'docs/runbooks/B.md is of no alert'],
  'an alert that fires in no test': [(all) => all.tests[0].alert_rule_test.pop(), 'A fires in no test'],
  'an alert that is silent in no test': [(all) => all.tests[0].alert_rule_test.shift(), 'A is silent in no test'],
  'a severity that nobody routes': [(all) => (all.alerts[0].severity = 'page'), 'A has the severity page, and not critical or warning'],
  'a label for each game': [
    (all) => (all.expressions[0].expr = 'sum by (gameId) (up)'),
    'a panel asks for a label that has as many values as there are games or players',
  ],
};
for (const [name, [plant, fault]] of Object.entries(planted)) {
  test(`finds ${name}`, () => {
    const all = sound();
    plant(all);
    assert.deepEqual(faultsOf(all), [fault]);
  });
}
