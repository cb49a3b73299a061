import { describe, expect, it } from 'vitest';
import { RobotLayout } from './RobotLayout';
import { robotAt, sceneWith, START_MS } from './testScene';

const MOVING = robotAt('a', { x: 3, y: 4 }, { from: { x: 2, y: 3 }, movedAtMs: START_MS, arrivesAtMs: START_MS + 2_000 });

function placeAt(nowMs: number, reducedMotion = false): unknown {
  const layout = new RobotLayout();
  const scene = sceneWith([MOVING], { nowMs: START_MS + nowMs, reducedMotion });
  layout.update(scene, 50, 16);
  return layout.placeOf(scene, 'a');
}

describe('RobotLayout', () => {
  it('lets a robot glide from its last tile to the next', () => {
    expect([placeAt(0), placeAt(1_000), placeAt(2_000)]).toEqual([
      { x: 2.5, y: 3.5 },
      { x: 3, y: 4 },
      { x: 3.5, y: 4.5 },
    ]);
  });

  it('shows a robot at once where it goes to viewers who want less motion', () => {
    expect(placeAt(500, true)).toEqual({ x: 3.5, y: 4.5 });
  });

  it('turns a robot into the direction of its last step', () => {
    const layout = new RobotLayout();
    layout.update(sceneWith([MOVING]), 50, 16);
    expect(layout.heading[0]).toBe(1);
  });

  it('dims the robots of players who are not followed', () => {
    const layout = new RobotLayout();
    const robots = [robotAt('a', { x: 0, y: 0 }), robotAt('b', { x: 1, y: 0 }, { playerId: 'bert' })];
    layout.update(sceneWith(robots, { followedPlayerId: 'bert' }), 50, 16);
    expect([...layout.dimmed]).toEqual([1, 0]);
  });

  it('counts three robots that share a tile by player when there is no room', () => {
    const layout = new RobotLayout();
    const robots = ['a', 'b', 'c'].map((id) => robotAt(id, { x: 1, y: 1 }, { playerId: id === 'b' ? 'bert' : 'anna' }));
    const scene = sceneWith(robots);
    layout.update(scene, 12, 16);
    expect(layout.crowds.map(({ x, y, counts }) => ({ x, y, counts }))).toEqual([{ x: 1.5, y: 1.5, counts: [2, 1] }]);
    layout.update(scene, 30, 16);
    expect(layout.crowds).toEqual([]);
  });

  it('lets robots make room for another within some frames', () => {
    const layout = new RobotLayout();
    const alone = sceneWith([robotAt('a', { x: 1, y: 1 })], { speed: 1 });
    layout.update(alone, 50, 16);
    const both = sceneWith([robotAt('a', { x: 1, y: 1 }), robotAt('b', { x: 1, y: 1 })], { speed: 1 });
    layout.update(both, 50, 16);
    const first = layout.placeOf(both, 'a')?.y ?? 0;
    layout.update(both, 50, 1_000);
    expect(first).toBeGreaterThan(1.5);
    expect(first).toBeLessThan(1.6);
    expect(layout.placeOf(both, 'a')?.y).toBeCloseTo(1.7, 5);
  });

  it('stands at its true place when the game stands', () => {
    const layout = new RobotLayout();
    layout.update(sceneWith([robotAt('a', { x: 1, y: 1 })]), 50, 16);
    const both = sceneWith([robotAt('a', { x: 1, y: 1 }), robotAt('b', { x: 1, y: 1 })]);
    layout.update(both, 50, 16);
    expect(layout.placeOf(both, 'a')?.y).toBeCloseTo(1.7, 5);
  });

  it('remembers where a destroyed robot was', () => {
    const layout = new RobotLayout();
    const scene = sceneWith([robotAt('a', { x: 4, y: 2 }, { destroyed: true })]);
    layout.update(scene, 50, 16);
    expect(layout.placeOf(scene, 'a')).toEqual({ x: 4.5, y: 2.5 });
    expect(layout.placeOf(scene, 'nobody')).toBeNull();
  });
});
