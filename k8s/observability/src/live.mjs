// Starts the whole platform as ./dungeon up --observe does, plays in it, and holds every expression of the dashboards and every series of the rules
// against its Prometheus, and a trace against its viewer. Then stops it. Ends with 1 if something has no answer. Needs prometheus and promtool.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, json, until } from './waiting.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const data = mkdtempSync(join(tmpdir(), 'dungeon-observed-'));
const options = ['--broker-port', '--registry-port', '--ingest-port', '--queries-port', '--history-port', '--postgres-port', '--worker-port', '--with-analytics'];
const ports = [];
for (const option of options) ports.push(option, await freePort());
const machine = spawn(join(root, 'dungeon'), ['up', '--observe', '--with-state-topics', '--data', data, ...ports.map(String)], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
let said = '';
machine.stdout.on('data', (text) => {
  said += text;
  process.stdout.write(text);
});
const ended = new Promise((resolve) => machine.on('exit', resolve));

const trouble = () => (machine.exitCode === null ? undefined : 'the platform ended');
const says = (pattern) => () => said.match(pattern)?.[1];
try {
  const ingest = await until('command-ingest', says(/Metrics of dungeon-ingest: (\S+)\/metrics/), 300, trouble);
  const queries = says(/Metrics of dungeon-queries: (\S+)\/metrics/)();
  const prometheus = await until('Prometheus', says(/Prometheus, with alerts: (\S+)\/alerts/), 30, trouble);
  const zipkin = await until('the viewer of traces', says(/Traces: (\S+)\/zipkin/), 600, trouble);
  await until('the history', says(/(What is over is at)/), 300, trouble);

  const guest = await json(`${ingest}/auth/guest`, { method: 'POST' });
  const headers = { authorization: `Bearer ${guest.token}`, 'content-type': 'application/json' };
  const post = (path, body) => json(`${ingest}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { gameId } = await post('/practice-games', { durationMs: 300_000 });
  const order = (body) => post(`/games/${gameId}/commands?wait=10000`, body);
  const feed = await fetch(`${queries}/games/${gameId}/events`, { headers: { accept: 'text/event-stream' } });
  const bought = await order({ type: 'BuyRobots', quantity: 1 });
  const { robotId } = bought.events.find(({ type }) => type === 'RobotSpawned');
  await order({ type: 'BuyRobots', quantity: 100 });
  // All at once, so that some have to wait for the cooldown of those before, and come of a timer.
  await order(['N', 'E', 'S', 'W'].map((direction) => ({ type: 'MoveRobot', robotId, direction })));
  // In one room a bot plays, and in the other nobody comes and time runs out; and somebody looks for an opponent.
  const { roomId } = await post('/rooms', { opponent: 'EASY_BOT', moveMs: 5_000, roundMs: 30_000 });
  const mark = { type: 'PlaceMark', round: 1, move: 1, cell: 4 };
  await until('the bot', async () => (await json(`${queries}/rooms/${roomId}`)).state === 'PLAYING', 60, trouble);
  for (let twice = 0; twice < 2; twice++) await post(`/rooms/${roomId}/commands?wait=10000`, mark);
  await post('/matchmaking', { pace: 'FAST' });
  for (let second = 0; second < 75; second++) {
    for (const path of ['/games', `/games/${gameId}/robots`, '/history/games', '/history/rankings', '/analytics/sales', '/nowhere']) await json(queries + path);
    await pause(1000);
  }

  const traces = await json(`${zipkin}/api/v2/traces?limit=1000&lookback=600000&serviceName=dungeon-topology`);
  const links = traces.map((trace) => trace.map(({ name, localEndpoint }) => `${localEndpoint?.serviceName}: ${name}`));
  const whole = ['dungeon-ingest: post', 'dungeon-ingest: command to outcome', 'dungeon-topology: decide', 'dungeon-queries: view', 'dungeon-queries: to the first client'];
  const longest = links.find((names) => whole.every((part) => names.some((name) => name.startsWith(part))));
  const ofTimer = traces.some((trace) => trace.some(({ tags }) => tags?.['dungeon.timer'] === 'true'));
  console.log(longest ? `A trace: ${longest.join(', ')}` : `No trace goes from the request to the client; there are ${JSON.stringify(links.slice(0, 5))}`);
  console.log(ofTimer ? 'What a timer caused is in the trace of its order' : 'Nothing that a timer caused is in a trace');
  await feed.body.cancel();

  process.argv[2] = prometheus;
  await import('./checkLive.mjs');
  if (!longest || !ofTimer) process.exitCode = 1;
} catch (e) {
  console.error(e);
  process.exitCode = 1;
} finally {
  machine.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
