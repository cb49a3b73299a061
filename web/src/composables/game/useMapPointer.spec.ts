import { describe, expect, it } from 'vitest';
import { robot } from '../../game/testing/world';
import { meaningOf } from './useMapPointer';

const HERE = { x: 1, y: 1 };
const THERE = { x: 4, y: 2 };
const own = robot('r', HERE);
const besideRobots = { robotIds: ['t'], tile: HERE };
const onRobot = { robotId: 't', robotIds: ['t'], tile: HERE };

describe('a click', () => {
  it('sends the robot that is commanded', () => {
    expect(meaningOf({ robotIds: [], tile: THERE }, own, false)).toEqual({ kind: 'go', tile: THERE });
  });

  it('selects what is there, where nothing can be told', () => {
    expect(meaningOf({ robotIds: [], tile: THERE }, null, false)).toEqual({ kind: 'select', selection: { kind: 'tile', tile: THERE } });
    expect(meaningOf({ robotIds: [], tile: HERE }, own, false)).toEqual({ kind: 'select', selection: { kind: 'tile', tile: HERE } });
    expect(meaningOf(onRobot, own, false)).toEqual({ kind: 'select', selection: { kind: 'robot', robotId: 't' } });
    expect(meaningOf({ robotIds: [], tile: null }, own, false)).toEqual({ kind: 'select', selection: null });
  });

  it('of a robot that aims attacks, and beside robots is no way to go', () => {
    expect(meaningOf(onRobot, own, true)).toEqual({ kind: 'attack', targetRobotId: 't' });
    expect(meaningOf(besideRobots, own, true)).toEqual({ kind: 'noTarget' });
    expect(meaningOf({ robotIds: [], tile: THERE }, own, true)).toEqual({ kind: 'noTarget' });
    expect(meaningOf({ robotIds: [], tile: null }, own, true)).toEqual({ kind: 'noTarget' });
  });
});
