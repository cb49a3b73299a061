import { describe, expect, it } from 'vitest';
import type { GameEvent, Schemas } from './events';
import { emptyState, UnknownEventError } from './evolve';
import type { GameState } from './GameState';
import { sampleAt } from './history';
import { MomentFinder } from './moments';
import { changePlayer } from './records';
import { scored } from './scores';
import { stateOfSnapshot } from './snapshot';
import { asSnapshot } from './testing/asSnapshot';
import { folded, recording } from './testing/fixtures';
import { seededRandom } from './testing/random';
import { mapOf, robot, runningGame } from './testing/world';
import { GapError, Timeline } from './Timeline';

const match = recording('match').events;
const pocket = recording('pocket').events;

function timelineOf(events: readonly GameEvent[], eventsMaximum?: number): Timeline {
  const timeline = new Timeline(emptyState(events[0]?.gameId ?? ''), eventsMaximum);
  timeline.append(events);
  return timeline;
}

function timeOf(event: GameEvent | undefined): number {
  return Date.parse(event?.time ?? '');
}

/** What is exact after a snapshot too, which does not tell how a robot came to where it is. */
function lasting(state: GameState): unknown {
  const robots = [...state.robots.values()].map((robot) => ({
    ...robot,
    from: null,
    movedAtMs: null,
    arrivesAtMs: null,
    cooldownFromMs: null,
  }));
  return { ...state, timeMs: null, robots };
}

describe('seeking', () => {
  const timeline = timelineOf(match);
  const random = seededRandom(42);

  it('anywhere equals folding from the first event', () => {
    for (let round = 0; round < 40; round++) {
      const count = 1 + Math.floor(random() * match.length);
      expect(timeline.stateAtSequence(count)).toEqual(folded(match.slice(0, count)));
    }
  });

  it('to a time gives the state after all events up to it', () => {
    const spanMs = timeline.lastMs - timeline.firstMs;
    for (let round = 0; round < 20; round++) {
      const timeMs = Math.floor(timeline.firstMs + random() * spanMs);
      const until = match.filter((event) => timeOf(event) <= timeMs);
      expect(timeline.stateAt(timeMs)).toEqual(folded(until));
    }
  });

  it('forwards in small steps equals folding, too', () => {
    for (let timeMs = timeline.firstMs; timeMs <= timeline.lastMs; timeMs += 1_000) {
      const until = match.filter((event) => timeOf(event) <= timeMs);
      expect(timeline.stateAt(timeMs).sequence).toBe(until.at(-1)?.sequence);
    }
    expect(timeline.stateAt(timeline.lastMs)).toEqual(folded(match));
  });

  it('gives the same object as long as nothing happens, and another one as soon as something does', () => {
    const first = timeline.stateAtSequence(100);
    expect(timeline.stateAtSequence(100)).toBe(first);
    expect(timeline.stateAtSequence(101)).not.toBe(first);
  });

  it('before the first event gives the state before it', () => {
    expect(timeline.stateAt(timeline.firstMs - 1).sequence).toBe(0);
  });

  it('leaves the latest state alone', () => {
    timeline.stateAtSequence(3);
    expect(timeline.latest).toEqual(folded(match));
  });
});

describe('appending', () => {
  it('passes over what is known', () => {
    const timeline = timelineOf(match.slice(0, 700));
    timeline.append(match.slice(600, 900));
    timeline.append(match.slice(0, 10));
    expect(timeline.lastSequence).toBe(900);
    expect(timeline.latest).toEqual(folded(match.slice(0, 900)));
  });

  it('refuses a gap, and keeps what came before it', () => {
    const timeline = timelineOf(match.slice(0, 10));
    expect(() => timeline.append([...match.slice(10, 15), ...match.slice(16, 20)])).toThrow(new GapError(16, 17));
    expect(timeline.lastSequence).toBe(15);
    timeline.append(match.slice(15, 20));
    expect(timeline.latest).toEqual(folded(match.slice(0, 20)));
  });

  it('refuses an event that it does not know', () => {
    const timeline = timelineOf(match.slice(0, 10));
    const unknown = { ...match[10], type: 'PlanetMoved' } as unknown as GameEvent;
    expect(() => timeline.append([unknown])).toThrow(UnknownEventError);
    expect(timeline.lastSequence).toBe(10);
  });

  it('does not move a viewer who looks at the past', () => {
    const timeline = timelineOf(match.slice(0, 700));
    const past = timeline.stateAtSequence(300);
    timeline.append(match.slice(700));
    expect(timeline.stateAtSequence(300)).toBe(past);
    expect(past).toEqual(folded(match.slice(0, 300)));
  });
});

describe('a timeline that begins at a snapshot', () => {
  const begun = (): Timeline => {
    const timeline = new Timeline(stateOfSnapshot(asSnapshot(folded(match.slice(0, 730)))));
    timeline.append(match.slice(720));
    return timeline;
  };

  it('has what follows, and says that it lacks what came before', () => {
    const timeline = begun();
    expect(timeline.isComplete).toBe(false);
    expect(timeline.firstSequence).toBe(731);
    expect(timeline.eventAt(730)).toBeNull();
    expect(timeline.eventAt(731)).toEqual(match[730]);
    expect(lasting(timeline.latest)).toEqual(lasting(folded(match)));
  });

  it('can be given its past', () => {
    const timeline = begun();
    timeline.prepend(timelineOf(match.slice(0, 800)));
    expect(timeline.isComplete).toBe(true);
    expect(timeline.firstMs).toBe(timeOf(match[0]));
    expect(timeline.stateAtSequence(200)).toEqual(folded(match.slice(0, 200)));
    expect(timeline.latest).toEqual(folded(match));
    expect(timeline.moments).toEqual(timelineOf(match).moments);
    expect(timeline.history).toEqual(timelineOf(match).history);
  });

  it('can be given a past that was folded in batches, and reaches further', () => {
    const past = timelineOf(match.slice(0, 450));
    past.append(match.slice(450, 900));
    const timeline = begun();
    timeline.prepend(past);
    timeline.append(match);
    expect(timeline.isComplete).toBe(true);
    expect(timeline.stateAtSequence(200)).toEqual(folded(match.slice(0, 200)));
    expect(timeline.latest).toEqual(folded(match));
  });

  it('refuses a past with a gap', () => {
    expect(() => begun().prepend(timelineOf(match.slice(0, 700)))).toThrow(GapError);
    expect(() => begun().prepend(timelineOf([]))).toThrow(GapError);
  });
});

describe('a timeline that has become too long', () => {
  it('drops the oldest events behind a snapshot, and says so', () => {
    const timeline = new Timeline(emptyState(match[0]?.gameId ?? ''), 1_000);
    for (let from = 0; from < match.length; from += 50) {
      timeline.append(match.slice(from, from + 50));
      timeline.stateAt(timeOf(match[from]));
      expect(timeline.kept.length).toBeLessThanOrEqual(1_000);
    }
    expect(timeline.isTrimmed).toBe(true);
    expect(timeline.isComplete).toBe(false);
    expect(timeline.latest).toEqual(folded(match));
    const { firstSequence } = timeline;
    for (const sequence of [firstSequence - 1, firstSequence, firstSequence + 333, match.length]) {
      expect(timeline.stateAtSequence(sequence)).toEqual(folded(match.slice(0, sequence)));
    }
    expect(timeline.stateAtSequence(1).sequence).toBe(firstSequence - 1);
    expect(timeline.moments.every((moment) => moment.sequence >= firstSequence)).toBe(true);
  });

  it('keeps all as long as there is room', () => {
    expect(timelineOf(match).isTrimmed).toBe(false);
  });
});

describe('what a time line shows', () => {
  const timeline = timelineOf(pocket);

  it('has a mark for each start, kill, depletion, discovery, elimination and end', () => {
    const count = (kind: string) => timeline.moments.filter((moment) => moment.kind === kind).length;
    expect(['START', 'KILL', 'DEATH', 'DEPLETION', 'DISCOVERY', 'ELIMINATION', 'END'].map(count)).toEqual([1, 6, 0, 5, 4, 1, 1]);
    expect(timelineOf(recording('holes').events).moments.filter((moment) => moment.kind === 'DEATH')).toHaveLength(2);
  });

  it('gives a kill its place, and who did it', () => {
    const kill = timeline.moments.find((moment) => moment.kind === 'KILL');
    const event = timeline.eventAt(kill?.sequence ?? 0);
    const victim = folded(pocket).robots.get(event?.type === 'RobotDestroyed' ? event.robotId : '');
    expect(kill).toMatchObject({ playerId: event?.playerId, tile: victim?.position, timeMs: timeOf(event ?? undefined) });
  });

  it('marks each change of lead, and the last leader is who won', () => {
    const changes = timeline.moments.filter((moment) => moment.kind === 'LEAD_CHANGE');
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.at(-1)?.playerId).toBe(timeline.latest.standings?.[0]?.playerId);
    for (const change of changes) {
      const state = folded(pocket.slice(0, change.sequence));
      const best = Math.max(...[...state.players.values()].map((player) => player.total));
      expect(state.players.get(change.playerId ?? '')?.total).toBe(best);
    }
  });

  it('does not mark who draws level, nor who is the first to have points', () => {
    const lead = (...totals: [playerId: string, inCategory: number][]) => {
      const state = runningGame(mapOf('S'), { robots: [robot('r', { x: 0, y: 0 })] });
      const finder = new MomentFinder(state);
      return totals.map(([playerId, inCategory], index) => {
        const event = { type: 'RobotMoved', sequence: index + 2, playerId, score: { category: 'MINING', inCategory } };
        changePlayer(state, event as GameEvent, playerId, (player) => scored(player, event.score as Schemas['Score']));
        return finder.find(state, event as GameEvent, 0).map((moment) => moment.playerId);
      });
    };
    expect(lead(['me', 5], ['you', 5], ['you', 6], ['me', 6], ['me', 7])).toEqual([[], [], ['you'], [], ['me']]);
  });

  it('counts every event in one part of its density', () => {
    expect(timeline.density(37).reduce((sum, count) => sum + count, 0)).toBe(pocket.length);
    const startMs = timeline.latest.startedAtMs ?? 0;
    const running = pocket.filter((event) => timeOf(event) >= startMs && timeOf(event) <= startMs + 10_000);
    expect(timeline.density(10, startMs, startMs + 10_000).reduce((sum, count) => sum + count, 0)).toBe(running.length);
  });

  it('has events between two moments, without those at the first one', () => {
    const afterMs = timeOf(pocket[99]);
    const untilMs = timeOf(pocket[149]);
    expect(timeline.eventsBetween(afterMs, untilMs)).toEqual(
      pocket.filter((event) => timeOf(event) > afterMs && timeOf(event) <= untilMs),
    );
  });

  it('has the last events of a kind up to a moment, newest first', () => {
    const untilMs = timeOf(pocket[149]);
    const isMove = (event: GameEvent): boolean => event.type === 'RobotMoved';
    const moves = pocket.filter((event) => isMove(event) && timeOf(event) <= untilMs).reverse();
    expect(timeline.lastEvents(untilMs, 5, isMove)).toEqual(moves.slice(0, 5));
    expect(timeline.lastEvents(untilMs, 1_000, isMove)).toEqual(moves);
    expect(timeline.lastEvents(timeline.firstMs - 1, 5, isMove)).toEqual([]);
  });

  it('samples points at most once a second, and ends with the final ones', () => {
    for (const player of timeline.latest.players.values()) {
      const samples = timeline.history.get(player.playerId) ?? [];
      const seconds = samples.map((sample) => Math.floor(sample.timeMs / 1_000));
      expect(new Set(seconds).size).toBe(samples.length);
      expect(samples.at(-1)).toMatchObject({ total: player.total, balance: player.balance, points: player.points });
      expect(sampleAt(samples, timeline.lastMs)).toBe(samples.at(-1));
      expect(sampleAt(samples, timeline.firstMs - 1)).toBeNull();
    }
  });
});
