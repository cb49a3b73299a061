import { ENERGY_UNIT } from '../../game/conditions';
import type { Condition, GameEvent, Tile } from '../../game/events';
import type { GameState, Robot } from '../../game/GameState';
import { sampleAt } from '../../game/history';
import type { Ranking } from '../../game/standings';
import { sameTile } from '../../game/tiles';
import type { Timeline } from '../../game/Timeline';
import { energyAt } from '../../game/vitals';
import { placeOfEvent } from './words';

/** A player's points at equal distances of time. */
export function pointsOver(timeline: Timeline, playerId: string, ranking: Ranking, fromMs: number, untilMs: number, count: number): number[] {
  const samples = timeline.history.get(playerId) ?? [];
  return Array.from({ length: count }, (_, index) => {
    const sample = sampleAt(samples, fromMs + ((untilMs - fromMs) * index) / (count - 1));
    if (sample === null) return 0;
    return ranking === 'TOTAL' ? sample.total : sample.points[ranking];
  });
}

function conditionIn(event: GameEvent, robotId: string): Condition | null {
  if (event.type === 'RobotAttacked' && event.targetRobotId === robotId) return event.targetCondition;
  return 'robotId' in event && event.robotId === robotId && 'condition' in event ? event.condition : null;
}

/** A robot's energy at equal distances of time, from what its events tell and what it charges between them. */
export function energyOver(timeline: Timeline, state: GameState, robot: Robot, fromMs: number, untilMs: number, count: number): number[] {
  const known = timeline
    .eventsBetween(fromMs, untilMs)
    .map((event) => conditionIn(event, robot.robotId))
    .filter((condition) => condition !== null)
    .map((condition) => ({
      ...robot,
      position: condition.position,
      energy: condition.energy * ENERGY_UNIT + condition.energyFraction,
      asOfMs: Date.parse(condition.asOf),
    }));
  const first = known[0] ?? robot;
  let index = -1;
  return Array.from({ length: count }, (_, step) => {
    const timeMs = fromMs + ((untilMs - fromMs) * step) / (count - 1);
    while ((known[index + 1]?.asOfMs ?? Number.POSITIVE_INFINITY) <= timeMs) index++;
    return energyAt(state, known[index] ?? first, timeMs) / ENERGY_UNIT;
  });
}

/** The last events on a tile, newest first. */
export function eventsAt(timeline: Timeline, known: GameState, tile: Tile, untilMs: number, limit: number): readonly GameEvent[] {
  return timeline.lastEvents(untilMs, limit, (event) => {
    const place = event.type === 'ActionQueued' ? null : placeOfEvent(event, known);
    return place !== null && sameTile(place, tile);
  });
}
