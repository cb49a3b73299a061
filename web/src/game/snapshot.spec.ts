import { describe, expect, it } from 'vitest';
import { evolve } from './evolve';
import { stateOfSnapshot } from './snapshot';
import { asAnswers } from './testing/asAnswers';
import { asSnapshot } from './testing/asSnapshot';
import { folded, recording } from './testing/fixtures';
import { seededRandom } from './testing/random';

const { events } = recording('pocket');
const whole = asAnswers(folded(events));

describe('a state of a snapshot', () => {
  it('is the state that was asked for', () => {
    const state = folded(events.slice(0, 250));
    expect(asAnswers(stateOfSnapshot(asSnapshot(state)))).toEqual(asAnswers(state));
  });

  it('knows since when a process runs, and when a robot was destroyed', () => {
    const state = folded(events.slice(0, 300));
    const read = stateOfSnapshot(asSnapshot(state));
    for (const robot of state.robots.values()) {
      expect(read.robots.get(robot.robotId)).toMatchObject({ mining: robot.mining, destroyedAtMs: robot.destroyedAtMs });
    }
    expect([...state.robots.values()].some((robot) => robot.destroyed)).toBe(true);
  });

  it('folds on to the exact state, though its records are ahead of it', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 40; round++) {
      const claimed = 2 + Math.floor(random() * (events.length - 2));
      const contained = claimed + Math.floor(random() * (events.length - claimed + 1));
      const state = stateOfSnapshot(asSnapshot(folded(events.slice(0, contained)), claimed));
      for (const event of events.slice(claimed)) {
        evolve(state, event);
      }
      expect(asAnswers(state)).toEqual(whole);
    }
  });
});
