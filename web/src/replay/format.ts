import { emptyState, evolve, isKnownType } from '../game/evolve';
import type { GameEvent } from '../game/events';
import type { GameState } from '../game/GameState';
import { hasPossibleMap } from './mapBounds';
import { ReplayError } from './ReplayError';

/** The number of the format; a file with a higher one is of a newer page. */
export const REPLAY_VERSION = 1;

/** In symbols, which a browser holds twice for a while. A match of ten minutes between four players has about five million. */
export const REPLAY_SYMBOLS_MAXIMUM = 200_000_000;

/** The first line of a file; an event on each line after it. */
export interface ReplayHeader {
  readonly format: 'dungeon-replay';
  readonly version: number;
  readonly gameId: string;
  /** When the file was made. */
  readonly exportedAt: string;
}

export interface Replay {
  readonly gameId: string;
  /** From the first one on, without a gap. */
  readonly events: readonly GameEvent[];
}

/** The text of a file with all events of a game. */
export function toText(events: readonly GameEvent[], exportedAtMs = Date.now()): string {
  const header: ReplayHeader = {
    format: 'dungeon-replay',
    version: REPLAY_VERSION,
    gameId: events[0]?.gameId ?? '',
    exportedAt: new Date(exportedAtMs).toISOString(),
  };
  return [header, ...events].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Reads a file, or plain lines of events as GET /games/{gameId}/events gives them. Throws a {@link ReplayError}. */
export function readReplay(text: string): Replay {
  if (text.length > REPLAY_SYMBOLS_MAXIMUM) {
    throw new ReplayError('TOO_LARGE', { maximum: REPLAY_SYMBOLS_MAXIMUM });
  }
  const events: GameEvent[] = [];
  const state = emptyState('');
  let line = 0;
  for (const content of linesOf(text)) {
    line++;
    const record = recordOf(content, line);
    if (line === 1 && 'format' in record) {
      checkHeader(record);
    } else {
      const event = checkedEvent(record, events, line);
      fold(state, event, line);
      events.push(event);
    }
  }
  const first = events[0];
  if (first === undefined) {
    throw new ReplayError('EMPTY');
  }
  return { gameId: first.gameId, events };
}

/** A file can come from anybody: what cannot be folded is found here, and not while it is shown. */
function fold(state: GameState, event: GameEvent, line: number): void {
  if (!isFolded(state, event)) {
    throw new ReplayError('MALFORMED', { line });
  }
}

function isFolded(state: GameState, event: GameEvent): boolean {
  try {
    if (!hasPossibleMap(event)) {
      return false;
    }
    evolve(state, event);
    return true;
  } catch {
    return false;
  }
}

/** One by one, because an array of all lines would hold the text a second time. */
function* linesOf(text: string): Generator<string> {
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    if (line !== '') {
      yield line;
    }
    from = end < 0 ? text.length : end + 1;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function recordOf(content: string, line: number): Fields {
  let record: unknown;
  try {
    record = JSON.parse(content);
  } catch {
    record = null;
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw line === 1 ? new ReplayError('NOT_A_REPLAY') : new ReplayError('MALFORMED', { line });
  }
  return record as Fields;
}

function checkHeader(header: Fields): void {
  if (header['format'] !== 'dungeon-replay' || typeof header['version'] !== 'number') {
    throw new ReplayError('NOT_A_REPLAY');
  }
  if (header['version'] > REPLAY_VERSION) {
    throw new ReplayError('NEWER_VERSION', { version: header['version'], supported: REPLAY_VERSION });
  }
}

function checkedEvent(event: Fields, before: readonly GameEvent[], line: number): GameEvent {
  const { type, sequence, gameId, time } = event;
  if (typeof type !== 'string' || typeof sequence !== 'number' || typeof gameId !== 'string' || typeof time !== 'string') {
    throw line === 1 ? new ReplayError('NOT_A_REPLAY') : new ReplayError('MALFORMED', { line });
  }
  if (sequence !== before.length + 1) {
    throw new ReplayError('GAP', { expected: before.length + 1, found: sequence });
  }
  if (Number.isNaN(Date.parse(time)) || gameId !== (before[0]?.gameId ?? gameId)) {
    throw new ReplayError('MALFORMED', { line });
  }
  if (!isKnownType(type)) {
    throw new ReplayError('UNKNOWN_EVENT', { line });
  }
  return event as unknown as GameEvent;
}
