import type { Action, GameEvent, ResourceUnits, Tile } from '../../game/events';
import type { GameState } from '../../game/GameState';
import type { Sentences, Terms } from '../../texts/gameSentences';

export interface Words {
  readonly terms: Terms;
  readonly sentences: Sentences;
}

/** What a sentence must know of the game: names, and what stands where. */
export type Known = Pick<GameState, 'players' | 'robots' | 'map'>;

export function placeOf(tile: Tile): string {
  return `${tile.x},${tile.y}`;
}

/** "12 bio matter and 3 cryo gas". */
export function unitsInWords(lots: readonly ResourceUnits[], terms: Terms): string {
  return terms.list(lots.filter((lot) => lot.units > 0).map((lot) => `${terms.number(lot.units)} ${terms.resources[lot.resource]}`));
}

export function playerName(playerId: string | undefined, known: Known, words: Words): string {
  return (playerId && known.players.get(playerId)?.name) || words.sentences.someone;
}

export function robotName(robotId: string | undefined, known: Known, words: Words): string {
  return (robotId && known.robots.get(robotId)?.name) || words.sentences.someone;
}

export function actionInWords(action: Action, known: Known, { terms, sentences }: Words): string {
  return terms.action(action, robotName(action.targetRobotId, known, { terms, sentences }));
}

function isBlackHole(tile: Tile, known: Known): boolean {
  return known.map.contents.get(tile.y * known.map.width + tile.x) === 'BLACK_HOLE';
}

function rejectionInWords(event: Extract<GameEvent, { type: 'CommandRejected' }>, { sentences }: Words): string {
  const detail = (name: string): string | undefined => event.details?.find((one) => one.name === name)?.value;
  const price = detail('price');
  const balance = detail('balance');
  return event.code === 'INSUFFICIENT_FUNDS' && price !== undefined && balance !== undefined
    ? sentences.insufficientFunds(price, balance)
    : (sentences.rejections[event.code] ?? event.message);
}

function destructionInWords(event: Extract<GameEvent, { type: 'RobotDestroyed' }>, known: Known, words: Words): string {
  const { sentences, terms } = words;
  const victim = known.robots.get(event.robotId);
  const name = robotName(event.robotId, known, words);
  if (event.cause === 'BLACK_HOLE') {
    return sentences.robotLost(name, victim ? placeOf(victim.position) : '?');
  }
  const by = event.byRobotId ? known.robots.get(event.byRobotId) : undefined;
  const byName = robotName(event.byRobotId, known, words);
  return by && victim && by.playerId === victim.playerId
    ? sentences.ownRobotDestroyed(name, byName)
    : sentences.robotDestroyed(name, byName, unitsInWords(event.looted ?? [], terms), event.reward ?? 0);
}

/** An event as a sentence; the state is one that contains it. */
export function inWords(event: GameEvent, known: Known, words: Words): string {
  const { sentences, terms } = words;
  const player = (): string => playerName(event.playerId, known, words);
  const robot = (robotId: string): string => robotName(robotId, known, words);
  switch (event.type) {
    case 'GameCreated':
      return sentences.gameCreated(event.map.name, event.participantLimit);
    case 'MapInstantiated': {
      const count = (kind: string): number => event.contents.filter((content) => content.kind === kind).length;
      return sentences.mapInstantiated(event.width, event.height, count('SPACE_STATION'), count('MINE'), count('BLACK_HOLE'));
    }
    case 'GameStarted':
      return sentences.gameStarted(terms.duration(Date.parse(event.endsAt) - Date.parse(event.startedAt)));
    case 'GameEnded': {
      const first = event.standings.find((standing) => standing.rank === 1);
      return sentences.gameEnded(event.reason, first ? playerName(first.playerId, known, words) : null, first?.total ?? 0);
    }
    case 'GamePurged':
      return sentences.gamePurged();
    case 'PlayerJoined':
      return sentences.playerJoined(event.playerName, event.balance);
    case 'PlayerEliminated':
      return sentences.playerEliminated(player());
    case 'RobotsPurchased':
      return sentences.robotsPurchased(player(), event.quantity, event.price);
    case 'RobotSpawned':
      return sentences.robotSpawned(event.name, placeOf(event.condition.position));
    case 'UpgradePurchased':
      return sentences.upgradePurchased(player(), robot(event.robotId), event.upgrade, event.levels, event.price);
    case 'RobotUpgraded':
      return sentences.robotUpgraded(robot(event.robotId), event.upgrade, event.level);
    case 'VoucherDiscarded':
      return sentences.voucherDiscarded(robot(event.robotId));
    case 'ActionQueued':
      return sentences.actionQueued(robot(event.robotId), actionInWords(event.action, known, words), event.place);
    case 'QueueCleared':
      return sentences.queueCleared(robot(event.robotId), event.dropped);
    case 'ActionFailed':
      return sentences.actionFailed(robot(event.robotId), actionInWords(event.action, known, words), event.reason);
    case 'RobotMoved':
      return sentences.robotMoved(robot(event.robotId), placeOf(event.condition.position), isBlackHole(event.condition.position, known));
    case 'RobotAttacked':
      return sentences.robotAttacked(robot(event.robotId), robot(event.targetRobotId), event.damage);
    case 'RobotDestroyed':
      return destructionInWords(event, known, words);
    case 'MiningStarted':
      return sentences.miningStarted(robot(event.robotId), event.resource, placeOf(event.mine));
    case 'ResourcesMined':
      return sentences.resourcesMined(robot(event.robotId), event.collected, event.resource, event.evaporated, event.remainingUnits);
    case 'MineDepleted':
      return sentences.mineDepleted(event.resource, placeOf(event.mine));
    case 'MineDiscovered':
      return sentences.mineDiscovered(event.resource, event.units, placeOf(event.mine));
    case 'ResourcesSold':
      return sentences.resourcesSold(robot(event.robotId), unitsInWords(event.lots, terms), event.revenue);
    case 'CommandRejected':
      return sentences.commandRejected(player(), rejectionInWords(event, words));
  }
}

/** The robot that an event is about, if it is about one. */
export function robotOf(event: GameEvent): string | null {
  return 'robotId' in event ? event.robotId : null;
}

/** Where an event happened, as far as the event or the state says so. */
export function placeOfEvent(event: GameEvent, known: Known): Tile | null {
  if ('mine' in event && event.mine) return event.mine;
  if ('condition' in event) return event.condition.position;
  if (event.type === 'RobotsPurchased') return event.station;
  if (event.type === 'PlayerJoined') return event.homeStation;
  const robotId = robotOf(event);
  return (robotId && known.robots.get(robotId)?.position) || null;
}

/** Filters of the stream: what kinds of events belong together for a spectator. */
export const EVENT_KINDS = {
  fights: ['RobotAttacked', 'RobotDestroyed', 'PlayerEliminated'],
  mining: ['ResourcesMined', 'MineDepleted', 'MineDiscovered'],
  trade: ['ResourcesSold'],
  purchases: ['RobotsPurchased', 'RobotUpgraded', 'VoucherDiscarded'],
  refusals: ['ActionFailed', 'CommandRejected'],
  game: ['GameCreated', 'MapInstantiated', 'GameStarted', 'GameEnded', 'GamePurged', 'PlayerJoined'],
  // Each step on the way to something that is told anyhow.
  steps: ['RobotMoved', 'ActionQueued', 'QueueCleared', 'MiningStarted', 'RobotSpawned', 'UpgradePurchased'],
} as const satisfies Record<string, readonly GameEvent['type'][]>;

export type EventKind = keyof typeof EVENT_KINDS;
export const ALL_KINDS = Object.keys(EVENT_KINDS) as EventKind[];

const kindByType = new Map<string, EventKind>(ALL_KINDS.flatMap((kind) => EVENT_KINDS[kind].map((type) => [type, kind] as const)));

export function kindOf(event: GameEvent): EventKind {
  return kindByType.get(event.type) ?? 'game';
}
