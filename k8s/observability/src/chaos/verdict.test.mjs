import { test } from 'node:test';
import assert from 'node:assert/strict';
import { shortcomings } from './verdict.mjs';

const fault = { name: 'something breaks', fires: ['Expected'], may: { Allowed: 'for a reason' } };
const CALM = 0;
const STARVED = 0.01;

const found = (seen, { firedBefore = [], share = CALM, of = fault } = {}) =>
  shortcomings(of, { seen: new Map(Object.entries(seen)), firedBefore: new Set(firedBefore) }, share, () => 30);

test('an alert that fires in time is as it should be, and so is one that may', () => {
  assert.deepEqual(found({ Expected: { fired: 30 }, Allowed: { fired: 99 } }), []);
});

test('an alert that is expected and does not fire is told of, and so is one that is late', () => {
  assert.deepEqual(found({}), ['Expected did not fire']);
  assert.deepEqual(found({ Expected: { fired: 31 } }), ['Expected fired after 31 s only']);
});

test('an alert that is resolved while the fault lasts is told of', () => {
  assert.deepEqual(found({ Expected: { fired: 5, flapped: true } }), ['Expected was resolved before anything was mended']);
});

test('of an alert that fired before, nothing is said but that, whether it fires anew or not', () => {
  const told = ['Expected fired before the fault already, so nothing can be said of it'];
  assert.deepEqual(found({}, { firedBefore: ['Expected'] }), told);
  assert.deepEqual(found({ Expected: { fired: 99 } }, { firedBefore: ['Expected'] }), told);
});

test('an alert that nobody expects is told of, unless the machine or the shorter time is the reason', () => {
  const seen = { Expected: { fired: 1 }, DungeonTimersLate: { fired: 2, inRealTime: false } };
  assert.deepEqual(found(seen), ['DungeonTimersLate fired too']);
  assert.deepEqual(found(seen, { share: STARVED }), []);
  assert.deepEqual(found(seen, { of: { ...fault, brief: true } }), []);
});
