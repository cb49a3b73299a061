import type { Delay, Refusal } from '../../game/orders';
import type { Format } from '../../texts';
import type { GameTexts } from '../../texts/game';
import { placeOf } from './words';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why an order is not sent, and what to do next. */
export function refusalInWords(refusal: Refusal, t: GameTexts, format: Format): string {
  const words = t.refusals;
  switch (refusal.code) {
    case 'GAME_NOT_RUNNING':
      return words.GAME_NOT_RUNNING(refusal.phase);
    case 'QUEUE_FULL':
      return words.QUEUE_FULL(refusal.maximum);
    case 'TOO_LITTLE_CAPACITY':
      return words.TOO_LITTLE_CAPACITY(refusal.needed, refusal.capacity);
    case 'VOID':
      return words.VOID(placeOf(refusal.tile));
    case 'NOT_HERE':
      return words.NOT_HERE(placeOf(refusal.tile));
    case 'NOT_A_STATION':
      return words.NOT_A_STATION(placeOf(refusal.tile));
    case 'CANNOT_HOLD':
      return words.CANNOT_HOLD(capitalised(t.terms.resources[refusal.resource]), refusal.miningLevel);
    case 'CARGO_FULL':
      return words.CARGO_FULL(refusal.capacity);
    case 'MINING_IN_PROGRESS':
      return words.MINING_IN_PROGRESS(format.seconds(refusal.ms));
    case 'INVALID_QUANTITY':
      return words.INVALID_QUANTITY(refusal.maximum);
    case 'ROBOT_LIMIT':
      return words.ROBOT_LIMIT(refusal.robots, refusal.maximum);
    case 'TOO_EXPENSIVE':
      return words.TOO_EXPENSIVE(format.number(refusal.price), format.number(refusal.balance));
    case 'MAX_LEVEL':
      return words.MAX_LEVEL(refusal.level);
    default:
      return words[refusal.code]();
  }
}

/** Why an order does not run at once. */
export function delayInWords(delay: Delay, robotName: string, t: GameTexts, format: Format): string {
  switch (delay.code) {
    case 'QUEUED':
      return t.delays.QUEUED(delay.place);
    case 'COOLING_DOWN':
      return t.delays.COOLING_DOWN(robotName, format.seconds(delay.ms));
    case 'LOW_ENERGY':
      return t.delays.LOW_ENERGY(robotName, format.seconds(delay.ms));
  }
}
