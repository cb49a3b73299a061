import { describe, expect, it } from 'vitest';
import { Camera } from './Camera';

function cameraOver(mapWidth: number, mapHeight: number, viewWidth: number, viewHeight: number): Camera {
  const camera = new Camera();
  camera.setView(viewWidth, viewHeight);
  camera.setMap(mapWidth, mapHeight);
  return camera;
}

describe('Camera', () => {
  it('fits the whole map with a padding, in the middle of the view', () => {
    const camera = cameraOver(10, 8, 532, 832);
    expect(camera.zoom).toBe(50);
    expect([camera.toScreenX(0), camera.toScreenX(10)]).toEqual([16, 516]);
    expect([camera.toScreenY(0), camera.toScreenY(8)]).toEqual([616, 216]);
  });

  it('has tile (0,0) at the lower left', () => {
    const camera = cameraOver(10, 8, 532, 832);
    expect(camera.toTile(17, 615)).toEqual({ x: 0, y: 0 });
    expect(camera.toTile(515, 217)).toEqual({ x: 9, y: 7 });
  });

  it('knows no tile beside the map', () => {
    const camera = cameraOver(10, 8, 532, 832);
    expect(camera.toTile(15, 400)).toBeNull();
    expect(camera.toTile(100, 617)).toBeNull();
  });

  it('keeps the point under the pointer when it zooms', () => {
    const camera = cameraOver(200, 200, 800, 800);
    camera.zoomAt(8, 300, 500);
    const before = camera.toWorld(350, 420);
    camera.zoomAt(1.5, 350, 420);
    expect(camera.toScreenX(before.x)).toBeCloseTo(350, 6);
    expect(camera.toScreenY(before.y)).toBeCloseTo(420, 6);
  });

  it('zooms neither closer than 128 px a tile nor far beyond the whole map', () => {
    const camera = cameraOver(10, 10, 532, 532);
    camera.zoomAt(1_000, 266, 266);
    expect(camera.zoom).toBe(128);
    camera.zoomAt(0.001, 266, 266);
    expect(camera.zoom).toBe(40);
  });

  it('moves the map with the pointer, but never out of view', () => {
    const camera = cameraOver(200, 200, 800, 800);
    camera.centreOn(100, 100, 40);
    camera.panBy(40, 80);
    expect(camera.centre).toEqual({ x: 99, y: 102 });
    camera.panBy(100_000, 0);
    expect(camera.toScreenX(0)).toBe(200);
  });

  it('stays fitted when the view changes, until somebody moves it', () => {
    const camera = cameraOver(10, 10, 532, 532);
    camera.setView(332, 332);
    expect([camera.isFitted, camera.zoom]).toEqual([true, 30]);
    camera.zoomAt(2, 166, 166);
    camera.setView(532, 532);
    expect([camera.isFitted, camera.zoom]).toEqual([false, 60]);
  });

  it('lists the tiles in view', () => {
    const camera = cameraOver(200, 200, 800, 400);
    camera.centreOn(100, 100, 40);
    expect(camera.visibleTiles()).toEqual({ firstX: 90, lastX: 109, firstY: 95, lastY: 104 });
    expect(camera.visibleTiles(40)).toEqual({ firstX: 89, lastX: 110, firstY: 94, lastY: 105 });
  });

  it('follows a point as far in one long frame as in two short ones', () => {
    const [one, two] = [cameraOver(200, 200, 400, 400), cameraOver(200, 200, 400, 400)];
    for (const camera of [one, two]) {
      camera.centreOn(100, 100, 40);
    }
    one.follow(120, 110, 32);
    two.follow(120, 110, 16);
    two.follow(120, 110, 16);
    expect(one.centre.x).toBeCloseTo(two.centre.x, 6);
    expect(one.centre.x).toBeGreaterThan(103);
  });
});
