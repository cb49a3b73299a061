import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Flood } from './flood.mjs';

/** A flood of 200 a second for so many seconds of a clock that goes only while it rests or sends, to a broker that does what `send` does. */
async function complaint(seconds, send) {
  let time = 0;
  let end;
  const over = new Promise((resolve) => (end = resolve));
  const pass = async (ms) => {
    await null;
    time += ms;
    if (time >= seconds * 1000) end(flood.stop());
  };
  const flood = new Flood(200, (count) => send(count, pass), { now: () => time, rest: pass });
  const result = await over;
  await flood.ended;
  return result;
}

test('a broker that takes all at once has what was to be sent', async () => {
  let taken = 0;
  assert.equal(await complaint(10, async (count) => void (taken += count)), undefined);
  assert.ok(taken >= 1980, String(taken));
});

test('what a slow broker has not taken in time is sent together', async () => {
  const batches = [];
  const slow = async (count, pass) => {
    batches.push(count);
    await pass(900);
  };
  assert.equal(await complaint(10, slow), undefined);
  assert.deepEqual(batches.slice(0, 3), [20, 200, 200]);
});

test('a broker that takes less than was to be sent is told of, with both figures', async () => {
  const stuck = async (_, pass) => pass(60_000);
  assert.equal(await complaint(60, stuck), 'the broker took 0 records in 60 s, and 200 a second were to be sent');
});

test('a sending that fails is told of, even if it is made up for', async () => {
  let times = 0;
  const once = async () => {
    if (times++ === 0) throw new Error('not enough replicas');
  };
  assert.equal(await complaint(10, once), 'sendings that failed: 1, the first because of: not enough replicas');
});
