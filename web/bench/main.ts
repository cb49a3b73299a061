/**
 * A page to judge the map's picture and its speed, for `vite dev` only: /bench/index.html
 *   ?scene=large|example  &theme=dark|light  &players=  &robots=  &zoom=<px a tile>  &x=&y=  &speed=<n>  &seconds=<n>: measure, into window.benchResult
 *   &warm=<game ms before the first frame>  &still=1  &motion=reduced  &follow=<player>  &select=1  &pan=1  &wave=1: zooms in and out  &redraw=1: draws the background in every frame
 */
import { readPalette } from '../src/map/palette';
import { MapRenderer } from '../src/map/MapRenderer';
import type { MapScene } from '../src/map/scene';
import { recentWindowMs } from '../src/map/effects';
import { EXAMPLE, largeDrawing } from './maps';
import { fromDrawing, Simulation } from './simulation';

interface BenchResult {
  readonly frames: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  readonly framesPerSecond: number;
  readonly backgroundDraws: number;
  readonly eventsPerSecond: number;
}

declare global {
  interface Window {
    benchResult?: BenchResult;
  }
}

const query = new URLSearchParams(location.search);
const number = (name: string, otherwise: number): number => Number(query.get(name) ?? otherwise);
const isLarge = query.get('scene') === 'large';
const speed = number('speed', 1);
const seconds = number('seconds', 0);
const START_MS = Date.parse('2026-11-29T12:00:00Z');
const FRAME_MS = 50;

document.documentElement.dataset['theme'] = query.get('theme') ?? 'dark';
const container = document.querySelector<HTMLElement>('#map');
const output = document.querySelector<HTMLElement>('#result');
if (!container || !output) {
  throw new Error('The page lacks its elements');
}

const { map, mines } = fromDrawing(isLarge ? largeDrawing(200) : EXAMPLE);
const habits = isLarge
  ? { mines: 0.1, sells: 0.6, attacks: 0.9, fails: 0.002, buys: 0.1 }
  : { mines: 0.75, sells: 0.6, attacks: 0.6, fails: 0.03, buys: 0.5 };
const simulation = new Simulation(map, mines, number('players', isLarge ? 8 : 4), number('robots', isLarge ? 2_000 : 25), habits, START_MS);
let gameMs = START_MS;

function advanceTo(nowMs: number): void {
  while (gameMs + FRAME_MS <= nowMs) {
    gameMs += FRAME_MS;
    simulation.advance(gameMs, recentWindowMs(speed));
  }
}
advanceTo(START_MS + number('warm', 8_000));

const selected = [...simulation.state.robots.values()].find(({ playerId, destroyed }) => playerId === 'player-0' && !destroyed);
if (query.has('select') && selected) {
  const moves = (['E', 'NE', 'E', 'SE'] as const).map((direction) => ({ commandId: '', action: { type: 'MoveRobot' as const, direction } }));
  simulation.state.robots.set(selected.robotId, { ...selected, queue: moves });
}

function sceneAt(nowMs: number): MapScene {
  return {
    state: simulation.state,
    nowMs,
    speed,
    looks: simulation.looks,
    recent: simulation.recent,
    selection: query.has('select') && selected ? { kind: 'robot', robotId: selected.robotId } : null,
    hovered: query.has('select') ? { x: 6, y: 5 } : null,
    followedPlayerId: query.has('follow') ? `player-${query.get('follow')}` : null,
    plannedRoute: query.has('select') ? [{ x: 2, y: 5 }, { x: 3, y: 5 }, { x: 4, y: 6 }, { x: 5, y: 6 }] : [],
    reducedMotion: query.get('motion') === 'reduced',
  };
}

await document.fonts.load("14px 'Inter Variable'");
const renderer = new MapRenderer(container, readPalette(document.documentElement));
renderer.draw(sceneAt(gameMs));
if (query.has('zoom')) {
  renderer.camera.centreOn(number('x', map.width / 2), number('y', map.height / 2), number('zoom', 24));
}

const startedAtMs = performance.now();
const firstGameMs = gameMs;
const scripts: number[] = [];
let events = 0;

function frame(): void {
  const realMs = performance.now() - startedAtMs;
  const nowMs = query.has('still') ? firstGameMs : firstGameMs + realMs * speed;
  const sequence = simulation.state.sequence;
  advanceTo(nowMs);
  events += simulation.state.sequence - sequence;
  if (query.has('pan')) {
    renderer.camera.panBy(Math.sin(realMs / 900) * 4, Math.cos(realMs / 1_100) * 3);
  }
  if (query.has('wave')) {
    renderer.camera.zoomAt(1 + 0.03 * Math.sin(realMs / 1_500), 720, 450);
  }
  if (query.has('redraw')) {
    renderer.setPalette(readPalette(document.documentElement));
  }
  const beforeMs = performance.now();
  renderer.draw(sceneAt(nowMs));
  scripts.push(performance.now() - beforeMs);
  if (seconds > 0 && realMs >= seconds * 1_000) {
    report(realMs);
  } else {
    requestAnimationFrame(frame);
  }
}

function report(realMs: number): void {
  const sorted = scripts.slice(5).sort((one, other) => one - other);
  const share = (part: number): number => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2));
  window.benchResult = {
    frames: scripts.length,
    p50Ms: share(0.5),
    p95Ms: share(0.95),
    maxMs: share(1),
    framesPerSecond: Number(((scripts.length * 1_000) / realMs).toFixed(1)),
    backgroundDraws: renderer.stats.backgroundDraws,
    eventsPerSecond: Math.round((events * 1_000) / realMs),
  };
  if (output) {
    output.textContent = JSON.stringify(window.benchResult);
  }
}

requestAnimationFrame(frame);
