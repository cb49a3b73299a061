import { test } from 'node:test';
import assert from 'node:assert/strict';
import { chosen } from './choice.mjs';

const faults = [{ name: 'the broker hangs' }, { name: 'the registry hangs' }];
const NAMES = /The faults are:\n  the broker hangs\n  the registry hangs$/;

test('without arguments it is all faults, and with a part of a name those that have it', () => {
  assert.deepEqual(chosen([], faults), faults);
  assert.deepEqual(chosen(['--only', 'broker'], faults), [faults[0]]);
});

test('a part that is in no name is refused with all names', () => {
  assert.throws(() => chosen(['--only', 'brokers'], faults), NAMES);
});

test('arguments that are not known are refused with all names', () => {
  for (const args of [['--help'], ['broker'], ['--only'], ['--only', ''], ['--only', 'the', 'broker']]) assert.throws(() => chosen(args, faults), NAMES);
});
