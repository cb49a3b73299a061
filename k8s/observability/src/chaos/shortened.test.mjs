import { test } from 'node:test';
import assert from 'node:assert/strict';
import { alertRules, sloRules } from '../rules.mjs';
import { promised, shortExpression, shortened, unrecorded } from './shortened.mjs';

test('what is time is divided, and bounds are not', () => {
  assert.equal(shortExpression('sum(rate(a[5m])) > 5 or max(b) - max(b offset 10m) > 0.05', 10), 'sum(rate(a[30s])) > 5 or max(b) - max(b offset 60s) > 0.05');
});

test('a rate becomes the number of a shorter window', () => {
  assert.equal(shortExpression('dungeon:outcome:rate1h * 3600 > 100', 10), 'dungeon:outcome:rate1h * 360 > 100');
});

test('a rate that is not made the number of its window is refused', () => {
  assert.throws(() => shortExpression('dungeon:outcome:rate1h * 60 > 100', 10), /not by the seconds of its window/);
});

test('a factor that leaves parts of seconds is refused', () => {
  assert.throws(() => shortExpression('rate(a[5m])', 7), /no whole number/);
});

test('a rule promises to fire after its window and what it waits for', () => {
  assert.equal(promised({ expr: 'rate(a[5m]) / rate(b[1m])', for: '2m', labels: {} }), 420);
  assert.equal(promised({ expr: 'a > 1', labels: {} }), 0);
  assert.equal(promised({ expr: 'recorded > 1', for: '2m', labels: { long: '1h' } }), 3720);
});

test('of all rules nothing else changes', () => {
  for (const rules of [alertRules, sloRules]) {
    const short = shortened(rules, 1);
    const inSeconds = (text) => text.replace(/\d+[smhd]\b/g, '');
    rules.groups.forEach((group, g) =>
      group.rules.forEach((rule, r) => {
        const other = short.groups[g].rules[r];
        assert.equal(inSeconds(other.expr), inSeconds(rule.expr));
        assert.deepEqual({ ...other, expr: '', for: '' }, { ...rule, expr: '', for: '' });
      }),
    );
  }
});

test('what is recorded can be asked without', () => {
  const rules = { groups: [{ rules: [{ record: 'dungeon:a:rate1h', expr: 'rate(a[1h])' }] }] };
  assert.equal(unrecorded('dungeon:a:rate1h * 3600 > 100', rules), '(rate(a[1h])) * 3600 > 100');
});
