import { test } from 'node:test';
import assert from 'node:assert/strict';
import { allAlerts } from '../rules.mjs';
import { faults, unitTestsOnly } from './faults.mjs';

test('each alert is reached by a fault, or has a reason why none does', () => {
  const reached = faults.flatMap(({ fires }) => fires).map((name) => name.replace(/\{.*/, ''));
  const expected = [...new Set(allAlerts.map(({ alert }) => alert))].sort();
  assert.deepEqual([...new Set([...reached, ...Object.keys(unitTestsOnly)])].sort(), expected);
  assert.deepEqual(reached.filter((name) => name in unitTestsOnly), []);
});
