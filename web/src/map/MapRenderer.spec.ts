import { beforeEach, describe, expect, it } from 'vitest';
import { MapRenderer } from './MapRenderer';
import { DARK_PALETTE } from './palette';
import { recordingPage, type RecordingPage } from './recordingContext';
import type { MapScene } from './scene';
import { robotAt, sceneWith, START_MS } from './testScene';

let page: RecordingPage;
let renderer: MapRenderer;

beforeEach(() => {
  page = recordingPage(800, 600);
  renderer = new MapRenderer(page.container, DARK_PALETTE);
});

/** How often each canvas was drawn by what is done here. */
function drawsOf(action: () => void): { background: number; dynamic: number; overlay: number } {
  const before = { ...renderer.stats };
  action();
  const after = renderer.stats;
  return {
    background: after.backgroundDraws - before.backgroundDraws,
    dynamic: after.dynamicDraws - before.dynamicDraws,
    overlay: after.overlayDraws - before.overlayDraws,
  };
}

function largeScene(changes: Partial<MapScene> = {}): MapScene {
  return sceneWith([robotAt('a', { x: 50, y: 50 })], changes, { width: 100, height: 100 });
}

describe('MapRenderer', () => {
  it('draws everything once at first, and nothing again while nothing changes', () => {
    const scene = sceneWith([robotAt('a', { x: 1, y: 1 })]);
    expect(drawsOf(() => renderer.draw(scene))).toEqual({ background: 1, dynamic: 1, overlay: 1 });
    expect(drawsOf(() => renderer.draw({ ...scene }))).toEqual({ background: 0, dynamic: 0, overlay: 0 });
  });

  it('draws only the overlay anew when the pointer moves', () => {
    const scene = sceneWith([robotAt('a', { x: 1, y: 1 })]);
    renderer.draw(scene);
    expect(drawsOf(() => renderer.draw({ ...scene, hovered: { x: 3, y: 3 } }))).toEqual({ background: 0, dynamic: 0, overlay: 1 });
  });

  it('does not draw the background anew when time goes by', () => {
    const scene = sceneWith([robotAt('a', { x: 1, y: 1 })]);
    renderer.draw(scene);
    expect(drawsOf(() => renderer.draw({ ...scene, nowMs: START_MS + 16 }))).toEqual({ background: 0, dynamic: 1, overlay: 1 });
  });

  it('does not draw the background anew when the view is moved a little', () => {
    const scene = largeScene();
    renderer.draw(scene);
    renderer.camera.centreOn(50, 50, 32);
    renderer.draw(scene);
    renderer.camera.panBy(60, -40);
    expect(drawsOf(() => renderer.draw(scene))).toEqual({ background: 0, dynamic: 1, overlay: 1 });
  });

  it('draws the background anew when its edge comes into view', () => {
    const scene = largeScene();
    renderer.draw(scene);
    renderer.camera.centreOn(50, 50, 32);
    renderer.draw(scene);
    renderer.camera.panBy(600, 0);
    expect(drawsOf(() => renderer.draw(scene)).background).toBe(1);
  });

  it('draws the background anew for another zoom, palette or content', () => {
    const scene = sceneWith([robotAt('a', { x: 1, y: 1 })]);
    renderer.draw(scene);
    renderer.camera.zoomAt(1.2, 400, 300);
    expect(drawsOf(() => renderer.draw(scene)).background).toBe(1);
    renderer.setPalette({ ...DARK_PALETTE, sky: '#000000' });
    expect(drawsOf(() => renderer.draw(scene)).background).toBe(1);
    const state = { ...scene.state, map: { ...scene.state.map, contents: new Map([[3, 'BLACK_HOLE' as const]]) } };
    expect(drawsOf(() => renderer.draw({ ...scene, state })).background).toBe(1);
  });

  it('draws the selection with the robot that glides', () => {
    const scene = sceneWith([robotAt('a', { x: 1, y: 1 })], { selection: { kind: 'robot', robotId: 'a' } });
    renderer.draw(scene);
    const overlay = page.recordings[2];
    expect(overlay?.count('arc')).toBe(1);
  });

  it('copies a robot from its sprite and leaves out what is not in view', () => {
    const robots = [robotAt('a', { x: 50, y: 50 }), robotAt('b', { x: 5, y: 5 })];
    const scene = sceneWith(robots, {}, { width: 100, height: 100 });
    renderer.draw(scene);
    renderer.camera.centreOn(50, 50, 32);
    const dynamic = page.recordings[1];
    const before = dynamic?.count('drawImage') ?? 0;
    renderer.draw(scene);
    expect((dynamic?.count('drawImage') ?? 0) - before).toBe(1);
  });

  it('finds the robot that it has drawn', () => {
    renderer.draw(sceneWith([robotAt('a', { x: 1, y: 1 })]));
    const { camera } = renderer;
    expect(renderer.hitTest(camera.toScreenX(1.5), camera.toScreenY(1.5))).toEqual({ robotId: 'a', robotIds: ['a'], tile: { x: 1, y: 1 } });
  });
});
