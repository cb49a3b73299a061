import type { GameEvent } from './events';
import type { GameState, Points } from './GameState';

/** What a player had from a moment on, until the next sample. */
export interface PointsSample {
  readonly timeMs: number;
  readonly points: Points;
  readonly total: number;
  readonly balance: number;
}

export type History = ReadonlyMap<string, readonly PointsSample[]>;

const FINEST_MS = 1_000;

/** More than a chart has pixels; a game of a day is sampled more coarsely instead of without end. */
const SAMPLES_MAXIMUM = 2_000;

/** Points and credits of all players over time: the last value of each second, or of longer spans once there are many. */
export class PointsHistory {
  private readonly samplesOf = new Map<string, { intervalMs: number; samples: PointsSample[] }>();
  private readonly published = new Map<string, readonly PointsSample[]>();

  get byPlayer(): History {
    return this.published;
  }

  /** @param state after the event */
  observe(state: GameState, event: GameEvent, timeMs: number): void {
    const player = state.players.get(event.playerId ?? '');
    if (player !== undefined && player.sequence === event.sequence) {
      const { points, total, balance } = player;
      this.add(player.playerId, { timeMs, points, total, balance });
    }
  }

  /** What all players have where a history begins. */
  begin(state: GameState, timeMs: number): void {
    for (const { playerId, points, total, balance } of state.players.values()) {
      this.add(playerId, { timeMs, points, total, balance });
    }
  }

  private add(playerId: string, sample: PointsSample): void {
    let entry = this.samplesOf.get(playerId);
    if (entry === undefined) {
      entry = { intervalMs: FINEST_MS, samples: [] };
      this.samplesOf.set(playerId, entry);
      this.published.set(playerId, entry.samples);
    }
    put(entry.samples, sample, entry.intervalMs);
    if (entry.samples.length > SAMPLES_MAXIMUM) {
      entry.intervalMs *= 2;
      const thinned: PointsSample[] = [];
      for (const kept of entry.samples) {
        put(thinned, kept, entry.intervalMs);
      }
      entry.samples = thinned;
      this.published.set(playerId, thinned);
    }
  }
}

/** The sample that holds at a moment; null before the first. */
export function sampleAt(samples: readonly PointsSample[], timeMs: number): PointsSample | null {
  return samples.findLast((sample) => sample.timeMs <= timeMs) ?? null;
}

function put(samples: PointsSample[], sample: PointsSample, intervalMs: number): void {
  const last = samples.at(-1);
  const sameSpan = last !== undefined && Math.floor(last.timeMs / intervalMs) === Math.floor(sample.timeMs / intervalMs);
  samples.splice(samples.length - (sameSpan ? 1 : 0), 1, sample);
}
