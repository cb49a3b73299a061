import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GameEvent, Schemas } from '../events';
import { evolve, emptyState } from '../evolve';
import type { GameState } from '../GameState';

/** A recorded game, and what the queries answered of it when it had come so far. */
export interface Recording {
  readonly text: string;
  readonly events: readonly GameEvent[];
  readonly answers: Answers;
}

export interface Answers {
  readonly game: Schemas['GameResponse'];
  readonly map: Required<Schemas['MapResponse']>;
  readonly robots: readonly Schemas['RobotResponse'][];
  readonly mines: readonly Required<Schemas['MineResponse']>[];
  readonly accounts: readonly Required<Schemas['AccountResponse']>[];
  readonly scoreboard: Required<Schemas['ScoreboardResponse']>;
}

/**
 * `pocket`: fights, loot, depletion, discoveries, a discarded voucher, an elimination. `holes`: robots that black holes destroy.
 * `match`: two minutes of four of the arena's players. `midway`: a game that runs, with a mining process and actions that wait.
 */
export const RECORDINGS = ['pocket', 'holes', 'match', 'midway'] as const;
export type RecordingName = (typeof RECORDINGS)[number];

export function recording(name: RecordingName): Recording {
  const text = name === 'pocket' ? file(`${name}/events.jsonl`).toString() : gunzipSync(file(`${name}/events.jsonl.gz`)).toString();
  return {
    text,
    events: text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as GameEvent),
    answers: JSON.parse(file(`${name}/answers.json`).toString()) as Answers,
  };
}

/** What folding events from the first one gives. */
export function folded(events: readonly GameEvent[]): GameState {
  const state = emptyState(events[0]?.gameId ?? '');
  for (const event of events) {
    evolve(state, event);
  }
  return state;
}

function file(path: string): Buffer {
  return readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url));
}
