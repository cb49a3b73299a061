import { describe, expect, it } from 'vitest';
import { Camera } from './Camera';
import { hitTest } from './hitTest';
import { RobotLayout } from './RobotLayout';
import type { MapScene } from './scene';
import { robotAt, sceneWith } from './testScene';

function layOut(scene: MapScene): { layout: RobotLayout; camera: Camera } {
  const camera = new Camera();
  camera.setView(532, 432);
  camera.setMap(10, 8);
  const layout = new RobotLayout();
  layout.update(scene, camera.zoom, 16);
  return { layout, camera };
}

describe('hitTest', () => {
  it('finds the robot under the pointer and its tile', () => {
    const { layout, camera } = layOut(sceneWith([robotAt('a', { x: 2, y: 3 })]));
    expect(hitTest(layout, camera, camera.toScreenX(2.5), camera.toScreenY(3.5))).toEqual({
      robotId: 'a',
      robotIds: ['a'],
      tile: { x: 2, y: 3 },
    });
  });

  it('names all robots of a tile, though none is at the pointer', () => {
    const robots = [robotAt('b', { x: 2, y: 3 }), robotAt('a', { x: 2, y: 3 }), robotAt('c', { x: 3, y: 3 })];
    const { layout, camera } = layOut(sceneWith(robots, {}, { contents: new Map([[32, 'MINE']]) }));
    expect(hitTest(layout, camera, camera.toScreenX(2.5), camera.toScreenY(3.5))).toEqual({ robotIds: ['a', 'b'], tile: { x: 2, y: 3 } });
  });

  it('takes the nearest of several', () => {
    const { layout, camera } = layOut(sceneWith([robotAt('a', { x: 2, y: 3 }), robotAt('b', { x: 2, y: 3 })]));
    const below = hitTest(layout, camera, camera.toScreenX(2.5), camera.toScreenY(3.3));
    const above = hitTest(layout, camera, camera.toScreenX(2.5), camera.toScreenY(3.7));
    expect([above.robotId, below.robotId]).toEqual(['a', 'b']);
  });

  it('does not find the destroyed', () => {
    const { layout, camera } = layOut(sceneWith([robotAt('a', { x: 2, y: 3 }, { destroyed: true })]));
    expect(hitTest(layout, camera, camera.toScreenX(2.5), camera.toScreenY(3.5))).toEqual({ robotIds: [], tile: { x: 2, y: 3 } });
  });

  it('finds nothing beside the map', () => {
    const { layout, camera } = layOut(sceneWith([robotAt('a', { x: 0, y: 0 })]));
    expect(hitTest(layout, camera, 1, 1)).toEqual({ robotIds: [], tile: null });
  });
});
