import { describe, expect, it } from 'vitest';
import { robotAt } from '../testScene';
import { queuedPath } from './selection';

describe('queuedPath', () => {
  it('leads over the tiles of the queued moves, from where the robot is', () => {
    const queue = [
      { commandId: '1', action: { type: 'MoveRobot', direction: 'N' } },
      { commandId: '2', action: { type: 'StartMining' } },
      { commandId: '3', action: { type: 'MoveRobot', direction: 'SE' } },
    ] as const;
    expect(queuedPath(robotAt('a', { x: 2, y: 3 }, { queue }))).toEqual([
      { x: 2, y: 3 },
      { x: 2, y: 4 },
      { x: 3, y: 3 },
    ]);
  });
});
