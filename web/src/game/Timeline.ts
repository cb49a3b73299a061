import type { GameEvent } from './events';
import { copyState, evolve } from './evolve';
import type { GameState } from './GameState';
import { PointsHistory, type History } from './history';
import { MomentFinder, type Moment } from './moments';
import { countUpTo } from './search';

export type { History, PointsSample } from './history';
export type { Moment, MomentKind } from './moments';

/** A seek folds half as many events on average, which takes well under a frame. */
const SNAPSHOT_EVERY = 500;

/** An event takes about a kilobyte, so that this is what a tab can hold beside all else. Older events go, behind a snapshot. */
export const EVENTS_MAXIMUM = 150_000;

/** So many go at once, because moving the rest costs as much for one as for many. */
const DROPPED_AT_ONCE = 20 * SNAPSHOT_EVERY;

/** An event is missing between those that a timeline has and one that came. */
export class GapError extends Error {
  constructor(
    readonly expected: number,
    readonly found: number,
  ) {
    super(`Event ${expected} is missing before event ${found}`);
    this.name = 'GapError';
  }
}

/**
 * The events of a game, and its state at each of them: one for a game that runs, which grows, and for one that is over.
 *
 * States that it gives are its own and are to be read only. The maps in one change with the next call of the same method, so that going
 * on in time costs no copy; the object itself is another one whenever anything in it changed.
 */
export class Timeline {
  /** The state before the first event that is kept. */
  private base: GameState;
  private events: GameEvent[] = [];
  /** The times of the events. */
  private times: number[] = [];
  /** After each 500 events, from the base on. */
  private snapshots: GameState[];
  private newest: GameState;
  private cursor: { state: GameState; count: number };
  private finder: MomentFinder;
  private found: Moment[] = [];
  private pointsHistory = new PointsHistory();
  private dropped = false;

  /** @param base an empty state, or that of a snapshot, which the timeline makes its own */
  constructor(
    base: GameState,
    private readonly eventsMaximum = EVENTS_MAXIMUM,
  ) {
    this.base = base;
    this.snapshots = [base];
    this.newest = copyState(base);
    this.cursor = { state: copyState(base), count: 0 };
    this.finder = new MomentFinder(base);
    this.pointsHistory.begin(base, base.timeMs);
  }

  get gameId(): string {
    return this.base.gameId;
  }

  /** The state after all events that have come. */
  get latest(): GameState {
    return this.newest;
  }

  get lastSequence(): number {
    return this.newest.sequence;
  }

  /** The first event that is kept, or that will be. */
  get firstSequence(): number {
    return this.base.sequence + 1;
  }

  get firstMs(): number {
    return this.isComplete ? (this.times[0] ?? 0) : this.base.timeMs;
  }

  get lastMs(): number {
    return Math.max(this.firstMs, this.times.at(-1) ?? 0);
  }

  /** Whether it has the game from its first event on. */
  get isComplete(): boolean {
    return this.base.sequence === 0;
  }

  /** Whether older events had to go for want of memory; then there is no filling the past in again. */
  get isTrimmed(): boolean {
    return this.dropped;
  }

  /** What is worth a mark, in order of time. Another array whenever there is more. */
  get moments(): readonly Moment[] {
    return this.found;
  }

  /** Points and credits over time, by player. */
  get history(): History {
    return this.pointsHistory.byPlayer;
  }

  /** Adds events that follow; those that it has already are passed over. */
  append(events: readonly GameEvent[]): void {
    const newest = { ...this.newest };
    const found: Moment[] = [];
    try {
      for (const event of events) {
        if (event.sequence > newest.sequence) {
          this.appendOne(newest, event, found);
        }
      }
    } finally {
      // What came before an event that cannot be understood stays.
      if (newest.sequence !== this.newest.sequence) {
        this.newest = newest;
      }
      this.found = found.length === 0 ? this.found : [...this.found, ...found];
    }
    if (this.events.length > this.eventsMaximum) {
      this.dropOldest();
    }
  }

  private appendOne(newest: GameState, event: GameEvent, found: Moment[]): void {
    if (event.sequence !== newest.sequence + 1) {
      throw new GapError(newest.sequence + 1, event.sequence);
    }
    evolve(newest, event);
    // Brokers' clocks may differ a little; time never goes back here.
    const timeMs = Math.max(this.times.at(-1) ?? 0, Date.parse(event.time));
    this.events.push(event);
    this.times.push(timeMs);
    found.push(...this.finder.find(newest, event, timeMs));
    this.pointsHistory.observe(newest, event, timeMs);
    if (this.events.length % SNAPSHOT_EVERY === 0) {
      this.snapshots.push(copyState(newest));
    }
  }

  /**
   * Fills in what came before the snapshot with which it began.
   *
   * @param whole has the events from the first one up to the snapshot at least, folded batch by batch; it is this one's from then on
   */
  prepend(whole: Timeline): void {
    if (whole.lastSequence < this.base.sequence) {
      throw new GapError(whole.lastSequence + 1, this.firstSequence);
    }
    whole.append(this.events);
    this.base = whole.base;
    this.events = whole.events;
    this.times = whole.times;
    this.snapshots = whole.snapshots;
    this.newest = whole.newest;
    this.cursor = whole.cursor;
    this.finder = whole.finder;
    this.found = whole.found;
    this.pointsHistory = whole.pointsHistory;
    this.dropped = whole.dropped;
  }

  /** The state after all events up to a moment; at the earliest that before the first event that is kept. */
  stateAt(timeMs: number): GameState {
    return this.stateAfter(countUpTo(this.times, timeMs));
  }

  /** The state after an event. */
  stateAtSequence(sequence: number): GameState {
    return this.stateAfter(Math.max(0, Math.min(this.events.length, sequence - this.base.sequence)));
  }

  private stateAfter(count: number): GameState {
    const nearest = Math.floor(count / SNAPSHOT_EVERY);
    const { cursor } = this;
    if (cursor.count === count) {
      return cursor.state;
    }
    const goesOn = cursor.count < count && cursor.count >= nearest * SNAPSHOT_EVERY;
    const state = goesOn ? { ...cursor.state } : copyState(this.snapshots[nearest] ?? this.base);
    for (let index = goesOn ? cursor.count : nearest * SNAPSHOT_EVERY; index < count; index++) {
      const event = this.events[index];
      if (event !== undefined) {
        evolve(state, event);
      }
    }
    this.cursor = { state, count };
    return state;
  }

  eventAt(sequence: number): GameEvent | null {
    return this.events[sequence - this.firstSequence] ?? null;
  }

  /** The time of an event, which never goes back from one to the next; null if it is not kept. */
  timeOf(sequence: number): number | null {
    return this.times[sequence - this.firstSequence] ?? null;
  }

  /** The events after a moment, up to and with those at another one. */
  eventsBetween(afterMs: number, untilMs: number): readonly GameEvent[] {
    return this.events.slice(countUpTo(this.times, afterMs), countUpTo(this.times, untilMs));
  }

  /** The last events up to a moment that pass, newest first. Nothing is copied but these, of however many events. */
  lastEvents(untilMs: number, limit: number, passes: (event: GameEvent) => boolean): GameEvent[] {
    const found: GameEvent[] = [];
    for (let index = countUpTo(this.times, untilMs) - 1; index >= 0 && found.length < limit; index--) {
      const event = this.events[index];
      if (event !== undefined && passes(event)) {
        found.push(event);
      }
    }
    return found;
  }

  /** All events that are kept, in order. */
  get kept(): readonly GameEvent[] {
    return this.events;
  }

  /** How many events there are in each of so many equal parts of a span of time. */
  density(buckets: number, fromMs = this.firstMs, untilMs = this.lastMs): number[] {
    const partMs = Math.max(0, untilMs - fromMs) / buckets;
    let before = countUpTo(this.times, fromMs - 1);
    return Array.from({ length: buckets }, (_, part) => {
      const after = countUpTo(this.times, fromMs + partMs * (part + 1));
      const inPart = after - before;
      before = after;
      return inPart;
    });
  }

  private dropOldest(): void {
    const surplus = this.events.length - this.eventsMaximum;
    const snapshots = Math.ceil(Math.max(surplus, Math.min(DROPPED_AT_ONCE, this.eventsMaximum / 2)) / SNAPSHOT_EVERY);
    const snapshot = this.snapshots[snapshots];
    if (snapshot === undefined) {
      return;
    }
    const events = snapshots * SNAPSHOT_EVERY;
    this.base = snapshot;
    this.snapshots = this.snapshots.slice(snapshots);
    this.events = this.events.slice(events);
    this.times = this.times.slice(events);
    this.found = this.found.filter((moment) => moment.sequence > snapshot.sequence);
    this.cursor = this.cursor.count >= events
      ? { state: this.cursor.state, count: this.cursor.count - events }
      : { state: copyState(snapshot), count: 0 };
    this.dropped = true;
  }
}
