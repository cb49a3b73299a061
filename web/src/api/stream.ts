import type { GameEvent } from '../game/events';
import type { GameState } from '../game/GameState';
import { stateOfSnapshot, type SnapshotAnswer } from '../game/snapshot';
import { baseUrl } from './base';
import type { components } from './generated/history';
import { isAbort, notReached, Problem, problemOfResponse, UNEXPECTED_ANSWER } from './problems';

type History = components['schemas'];

/** So many events are read between two frames of the page, and in a page of the history at most. */
const BATCH = 1_000;

/** The game has left for the history, which has its events and no state. */
export const MOVED_TO_HISTORY = 'MOVED_TO_HISTORY';

/** The state of a game at once, without its past; the feed goes on from the event after its sequence. */
export async function fetchSnapshot(gameId: string, signal?: AbortSignal): Promise<GameState> {
  const response = await get(`/games/${encodeURIComponent(gameId)}/snapshot`, signal);
  if (response.redirected) {
    throw new Problem({ code: MOVED_TO_HISTORY, status: 308, detail: 'The game has moved to the history.', gameId });
  }
  return stateOfSnapshot((await response.json().catch(unexpected)) as SnapshotAnswer);
}

/**
 * The events of a game up to now, in batches, so that the page stays alive while there are many.
 *
 * @param from the first event that is wanted
 * @param onBatch hears of events in order, and can refuse more by throwing
 */
export async function fetchEvents(
  gameId: string,
  from: number,
  onBatch: (events: readonly GameEvent[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  const response = await get(`/games/${encodeURIComponent(gameId)}/events?from=${from}`, signal);
  let batch: GameEvent[] = [];
  for await (const line of linesOf(response)) {
    batch.push(eventOf(line));
    if (batch.length >= BATCH) {
      onBatch(batch);
      batch = [];
      await nextTask();
    }
  }
  if (batch.length > 0) {
    onBatch(batch);
  }
}

/** The events of a game that has left for the history, a page after the other. */
export async function fetchPastEvents(
  gameId: string,
  onBatch: (events: readonly GameEvent[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  let from: number | undefined = 1;
  while (from !== undefined) {
    const response = await get(`/history/games/${encodeURIComponent(gameId)}/events?from=${from}&limit=${BATCH}`, signal);
    const page = (await response.json().catch(unexpected)) as History['PastEvents'];
    onBatch((page.events ?? []) as readonly GameEvent[]);
    from = page.next;
  }
}

async function get(path: string, signal: AbortSignal | undefined): Promise<Response> {
  const response = await fetch(baseUrl() + path, { signal: signal ?? null }).catch(failed);
  if (!response.ok) {
    throw problemOfResponse(response, await response.json().catch(() => null));
  }
  return response;
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) {
    return;
  }
  try {
    let rest = '';
    for (let read = await reader.read().catch(failed); !read.done; read = await reader.read().catch(failed)) {
      const lines = (rest + read.value).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.filter((line) => line !== '');
    }
    if (rest !== '') {
      yield rest;
    }
  } finally {
    // Who refuses more has no use for what is still on its way.
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(line: string): GameEvent {
  try {
    return JSON.parse(line) as GameEvent;
  } catch {
    return unexpected();
  }
}

function failed(error: unknown): never {
  throw isAbort(error) ? error : notReached(error);
}

function unexpected(): never {
  throw new Problem({ code: UNEXPECTED_ANSWER, status: 200, detail: 'The answer is cut off, or is not what was asked for.' });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
