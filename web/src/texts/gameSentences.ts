import type { Action, Direction, EndReason, EventOf, Resource, Upgrade } from '../game/events';
import * as common from './common';

type FailureReason = EventOf<'ActionFailed'>['reason'];
type RejectionCode = EventOf<'CommandRejected'>['code'];
/** No command of a game is refused so. */
type OtherCode = 'ALREADY_SEARCHING' | 'NOT_SEARCHING';

/** Words of the game that sentences are made of. */
export interface Terms {
  readonly resources: Readonly<Record<Resource, string>>;
  readonly upgrades: Readonly<Record<Upgrade, string>>;
  readonly directions: Readonly<Record<Direction, string>>;
  /** What a robot does, after its name: "move north". */
  action(action: Action, target: string): string;
  number(value: number): string;
  /** "2 min 30 s". */
  duration(ms: number): string;
  list(parts: readonly string[]): string;
}

/** A sentence for each type of event; places come as "3,4". */
export interface Sentences {
  gameCreated(map: string, players: number): string;
  mapInstantiated(width: number, height: number, stations: number, mines: number, blackHoles: number): string;
  gameStarted(duration: string): string;
  gameEnded(reason: EndReason, winner: string | null, points: number): string;
  gamePurged(): string;
  playerJoined(player: string, credits: number): string;
  playerEliminated(player: string): string;
  robotsPurchased(player: string, quantity: number, price: number): string;
  robotSpawned(robot: string, place: string): string;
  upgradePurchased(player: string, robot: string, upgrade: Upgrade, levels: number, price: number): string;
  robotUpgraded(robot: string, upgrade: Upgrade, level: number): string;
  voucherDiscarded(robot: string): string;
  actionQueued(robot: string, action: string, place: number): string;
  queueCleared(robot: string, dropped: number): string;
  actionFailed(robot: string, action: string, reason: FailureReason): string;
  robotMoved(robot: string, place: string, blackHole: boolean): string;
  robotAttacked(robot: string, target: string, damage: number): string;
  robotDestroyed(robot: string, by: string, loot: string, reward: number): string;
  ownRobotDestroyed(robot: string, by: string): string;
  robotLost(robot: string, place: string): string;
  miningStarted(robot: string, resource: Resource, place: string): string;
  resourcesMined(robot: string, collected: number, resource: Resource, evaporated: number, left: number): string;
  mineDepleted(resource: Resource, place: string): string;
  mineDiscovered(resource: Resource, units: number, place: string): string;
  resourcesSold(robot: string, lots: string, revenue: number): string;
  commandRejected(player: string, why: string): string;
  rejections: Readonly<Record<Exclude<RejectionCode, OtherCode>, string> & Partial<Record<OtherCode, string>>>;
  insufficientFunds(price: string, balance: string): string;
  someone: string;
}

const en = new Intl.NumberFormat('en-GB');
const de = new Intl.NumberFormat('de-DE');

function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [seconds >= 60 ? `${Math.floor(seconds / 60)} min` : '', seconds % 60 > 0 ? `${seconds % 60} s` : ''];
  return parts.filter((part) => part !== '').join(' ') || '0 s';
}

function joined(parts: readonly string[], and: string): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts[parts.length - 1] ?? ''}`;
}

export const termsEn: Terms = {
  resources: common.en.resources,
  upgrades: {
    STORAGE: 'storage',
    MINING: 'mining',
    DAMAGE: 'damage',
    HEALTH: 'health',
    HEALTH_REGENERATION: 'repair',
    ENERGY_CAPACITY: 'battery',
    ENERGY_REGENERATION: 'charging',
    COOLDOWN: 'cooldown',
  },
  directions: { N: 'north', NE: 'north-east', E: 'east', SE: 'south-east', S: 'south', SW: 'south-west', W: 'west', NW: 'north-west' },
  action(action, target) {
    switch (action.type) {
      case 'MoveRobot':
        return action.direction ? `move ${this.directions[action.direction]}` : 'move';
      case 'AttackRobot':
        return `attack ${target}`;
      case 'StartMining':
        return 'mine';
      case 'SellResources':
        return 'sell its cargo';
    }
  },
  number: (value) => en.format(value),
  duration: minutesAndSeconds,
  list: (parts) => joined(parts, 'and'),
};

const counted = (count: number, noun: string): string => `${en.format(count)} ${noun}${count === 1 ? '' : 's'}`;
const ordinalEn = (place: number): string => (place === 1 ? 'next' : `number ${place} in its queue`);

export const sentencesEn: Sentences = {
  gameCreated: (map, players) => `A game for up to ${players} players was created on the map ${map}`,
  mapInstantiated: (width, height, stations, mines, blackHoles) =>
    `The map was drawn: ${width} × ${height} tiles, ${counted(stations, 'station')}, ${counted(mines, 'mine')}, ${counted(blackHoles, 'black hole')}`,
  gameStarted: (duration) => `The game began; it takes ${duration}`,
  gameEnded: (reason, winner, points) => {
    const why = { TIME_UP: 'Time is up', ADMINISTRATOR: 'The administrator ended the game', EXPIRED: 'The game was never started and has expired' }[reason];
    return winner === null ? why : `${why}: ${winner} wins with ${en.format(points)} points`;
  },
  gamePurged: () => 'The game left the server; its events stay in the history',
  playerJoined: (player, credits) => `${player} joined with ${en.format(credits)} credits`,
  playerEliminated: (player) => `${player} is out: no robot left, and too few credits for a new one`,
  robotsPurchased: (player, quantity, price) =>
    `${player} bought ${quantity === 1 ? 'a robot' : `${quantity} robots`} for ${en.format(price)} credits`,
  robotSpawned: (robot, place) => `${robot} left the station at ${place}`,
  upgradePurchased: (player, robot, upgrade, levels, price) =>
    `${player} paid ${en.format(price)} credits for ${termsEn.upgrades[upgrade]} of ${robot}${levels > 1 ? `, ${levels} levels` : ''}`,
  robotUpgraded: (robot, upgrade, level) => `${robot} reached ${termsEn.upgrades[upgrade]} level ${level}`,
  voucherDiscarded: (robot) => `${robot} was not at a station: the upgrade paid for is lost`,
  actionQueued: (robot, action, place) => `${robot} will ${action}, ${ordinalEn(place)}`,
  queueCleared: (robot, dropped) => `${robot} dropped ${dropped === 1 ? 'one planned action' : `${dropped} planned actions`}`,
  actionFailed: (robot, action, reason) => {
    const why: Record<FailureReason, string> = {
      VOID: 'there is nothing but void; go around it',
      EDGE: 'the map ends there; choose another direction',
      OUT_OF_RANGE: 'the target is on another tile; go there first',
      SAFE_ZONE: 'nobody can be attacked at a station; wait outside',
      TARGET_DESTROYED: 'the target is destroyed already',
      NO_MINE: 'there is no mine; go to one first',
      MINING_IN_PROGRESS: 'it is mining already; wait for the process to end',
      NOT_AT_STATION: 'only a station buys; go to one first',
      NOTHING_TO_SELL: 'its hold is empty; mine first',
      TOO_LITTLE_CAPACITY: 'it takes more energy than the battery holds; upgrade the battery',
    };
    return `${robot} could not ${action}: ${why[reason]}`;
  },
  robotMoved: (robot, place, blackHole) => (blackHole ? `${robot} flew into the black hole at ${place}` : `${robot} moved to ${place}`),
  robotAttacked: (robot, target, damage) => `${robot} hit ${target} for ${en.format(damage)} damage`,
  robotDestroyed: (robot, by, loot, reward) => {
    const gain = [reward > 0 ? `${en.format(reward)} credits` : '', loot].filter((part) => part !== '');
    return `${by} destroyed ${robot}${gain.length > 0 ? ` and took ${joined(gain, 'and')}` : ''}`;
  },
  ownRobotDestroyed: (robot, by) => `${by} destroyed ${robot}, a robot of its own side`,
  robotLost: (robot, place) => `${robot} vanished in the black hole at ${place}`,
  miningStarted: (robot, resource, place) => `${robot} began to mine ${termsEn.resources[resource]} at ${place}`,
  resourcesMined: (robot, collected, resource, evaporated, left) => {
    if (collected === 0) return `${robot} let ${en.format(evaporated)} ${termsEn.resources[resource]} evaporate; ${en.format(left)} left`;
    const lost = evaporated > 0 ? `, ${en.format(evaporated)} evaporated` : '';
    return `${robot} mined ${en.format(collected)} ${termsEn.resources[resource]}${lost}; ${en.format(left)} left`;
  },
  mineDepleted: (resource, place) => `The ${termsEn.resources[resource]} mine at ${place} is empty`,
  mineDiscovered: (resource, units, place) => `A new ${termsEn.resources[resource]} mine with ${en.format(units)} units appeared at ${place}`,
  resourcesSold: (robot, lots, revenue) => `${robot} sold ${lots} for ${en.format(revenue)} credits`,
  commandRejected: (player, why) => `A command of ${player} was refused: ${why}`,
  rejections: {
    UNAUTHENTICATED: 'nobody is signed in; sign in again',
    NOT_YOU: 'it was sent in another player’s name; sign in as that player',
    NOT_TIMELY: 'it was too old when it arrived; check the clock and send it again',
    MALFORMED: 'it could not be read; compare it with the reference',
    UNKNOWN_GAME: 'there is no such game; choose one in the lobby',
    NOT_ADMINISTRATOR: 'only an administrator may do this',
    GAME_NOT_RUNNING: 'the game is not running; wait for its start',
    WRONG_STATE: 'the game is past that point',
    NOT_A_PARTICIPANT: 'the player is not in this game; join it first',
    ELIMINATED: 'the player is out of the game; start another one',
    UNKNOWN_ROBOT: 'there is no such robot; choose one on the map',
    NOT_OWNER: 'the robot belongs to somebody else; choose one of your own',
    ROBOT_DESTROYED: 'the robot is destroyed; choose another one',
    GAME_EXISTS: 'the game exists already',
    INVALID_MAP: 'the map has faults; see its list of faults',
    INVALID_RULES: 'the rules contradict each other; see the list of faults',
    GAME_FULL: 'all places are taken; choose another game',
    ALREADY_JOINED: 'the player takes part already',
    QUEUE_FULL: 'the robot’s queue is full; wait for a step or clear the queue',
    UNKNOWN_TARGET: 'there is no such target; choose a robot on the same tile',
    NOT_A_STATION: 'there is no station; choose a tile with one',
    ROBOT_LIMIT: 'no more robots are allowed',
    INSUFFICIENT_FUNDS: 'there are too few credits; sell something first',
    MAX_LEVEL: 'the highest level is reached; choose another upgrade',
    NAME_TAKEN: 'the name is taken; choose another one',
    MAP_TYPE_EXISTS: 'a map of this id exists already',
    UNKNOWN_PLAYER: 'the server does not know the player; sign in again',
    UNKNOWN_MAP_TYPE: 'there is no such map; choose one of the list',
    PRACTICE_GAME_RUNNING: 'a practice game is running already; end it or wait for its end',
    LIMIT_REACHED: 'the limit is reached; remove something first',
  },
  insufficientFunds: (price, balance) => `it costs ${price} credits and there are ${balance}; sell something first`,
  someone: 'somebody',
};

export const termsDe: Terms = {
  resources: common.de.resources,
  upgrades: {
    STORAGE: 'Laderaum',
    MINING: 'Abbau',
    DAMAGE: 'Schaden',
    HEALTH: 'Gesundheit',
    HEALTH_REGENERATION: 'Reparatur',
    ENERGY_CAPACITY: 'Akku',
    ENERGY_REGENERATION: 'Aufladen',
    COOLDOWN: 'Abklingzeit',
  },
  directions: { N: 'Norden', NE: 'Nordosten', E: 'Osten', SE: 'Südosten', S: 'Süden', SW: 'Südwesten', W: 'Westen', NW: 'Nordwesten' },
  action(action, target) {
    switch (action.type) {
      case 'MoveRobot':
        return action.direction ? `nach ${this.directions[action.direction]} fliegen` : 'fliegen';
      case 'AttackRobot':
        return `${target} angreifen`;
      case 'StartMining':
        return 'abbauen';
      case 'SellResources':
        return 'seine Ladung verkaufen';
    }
  },
  number: (value) => de.format(value),
  duration: minutesAndSeconds,
  list: (parts) => joined(parts, 'und'),
};

export const sentencesDe: Sentences = {
  gameCreated: (map, players) => `Ein Spiel für bis zu ${players} Spieler wurde auf der Karte ${map} angelegt`,
  mapInstantiated: (width, height, stations, mines, blackHoles) =>
    `Die Karte steht: ${width} × ${height} Felder, ${stations} Stationen, ${mines} Minen, ${blackHoles} schwarze Löcher`,
  gameStarted: (duration) => `Das Spiel hat begonnen; es dauert ${duration}`,
  gameEnded: (reason, winner, points) => {
    const why = { TIME_UP: 'Die Zeit ist um', ADMINISTRATOR: 'Das Spiel wurde beendet', EXPIRED: 'Das Spiel wurde nie gestartet und ist verfallen' }[reason];
    return winner === null ? why : `${why}: ${winner} gewinnt mit ${de.format(points)} Punkten`;
  },
  gamePurged: () => 'Das Spiel hat den Server verlassen; seine Ereignisse bleiben im Archiv',
  playerJoined: (player, credits) => `${player} ist mit ${de.format(credits)} Credits dabei`,
  playerEliminated: (player) => `${player} ist ausgeschieden: kein Roboter mehr, und zu wenig Credits für einen neuen`,
  robotsPurchased: (player, quantity, price) =>
    `${player} kaufte ${quantity === 1 ? 'einen Roboter' : `${quantity} Roboter`} für ${de.format(price)} Credits`,
  robotSpawned: (robot, place) => `${robot} verließ die Station bei ${place}`,
  upgradePurchased: (player, robot, upgrade, levels, price) =>
    `${player} zahlte ${de.format(price)} Credits für ${termsDe.upgrades[upgrade]} von ${robot}${levels > 1 ? `, ${levels} Stufen` : ''}`,
  robotUpgraded: (robot, upgrade, level) => `${robot} erreichte ${termsDe.upgrades[upgrade]} Stufe ${level}`,
  voucherDiscarded: (robot) => `${robot} war nicht an einer Station: der bezahlte Ausbau ist verloren`,
  actionQueued: (robot, action, place) => `${robot} wird ${action}, ${place === 1 ? 'als Nächstes' : `Platz ${place} der Warteschlange`}`,
  queueCleared: (robot, dropped) => `${robot} verwarf ${dropped === 1 ? 'eine geplante Aktion' : `${dropped} geplante Aktionen`}`,
  actionFailed: (robot, action, reason) => {
    const why: Record<FailureReason, string> = {
      VOID: 'dort ist nur Leere; fliege außen herum',
      EDGE: 'dort endet die Karte; nimm eine andere Richtung',
      OUT_OF_RANGE: 'das Ziel ist auf einem anderen Feld; fliege erst hin',
      SAFE_ZONE: 'an Stationen wird niemand angegriffen; warte davor',
      TARGET_DESTROYED: 'das Ziel ist schon zerstört',
      NO_MINE: 'dort ist keine Mine; fliege erst zu einer',
      MINING_IN_PROGRESS: 'er baut schon ab; warte das Ende ab',
      NOT_AT_STATION: 'nur Stationen kaufen; fliege erst hin',
      NOTHING_TO_SELL: 'der Laderaum ist leer; baue erst ab',
      TOO_LITTLE_CAPACITY: 'es braucht mehr Energie, als der Akku fasst; baue den Akku aus',
    };
    return `${robot} konnte nicht ${action}: ${why[reason]}`;
  },
  robotMoved: (robot, place, blackHole) => (blackHole ? `${robot} flog in das schwarze Loch bei ${place}` : `${robot} flog nach ${place}`),
  robotAttacked: (robot, target, damage) => `${robot} traf ${target} mit ${de.format(damage)} Schaden`,
  robotDestroyed: (robot, by, loot, reward) => {
    const gain = [reward > 0 ? `${de.format(reward)} Credits` : '', loot].filter((part) => part !== '');
    return `${by} zerstörte ${robot}${gain.length > 0 ? ` und erbeutete ${joined(gain, 'und')}` : ''}`;
  },
  ownRobotDestroyed: (robot, by) => `${by} zerstörte ${robot} von der eigenen Seite`,
  robotLost: (robot, place) => `${robot} verschwand im schwarzen Loch bei ${place}`,
  miningStarted: (robot, resource, place) => `${robot} baut ${termsDe.resources[resource]} bei ${place} ab`,
  resourcesMined: (robot, collected, resource, evaporated, left) => {
    if (collected === 0) return `${robot} ließ ${de.format(evaporated)} ${termsDe.resources[resource]} verdampfen; ${de.format(left)} übrig`;
    const lost = evaporated > 0 ? `, ${de.format(evaporated)} verdampften` : '';
    return `${robot} gewann ${de.format(collected)} ${termsDe.resources[resource]}${lost}; ${de.format(left)} übrig`;
  },
  mineDepleted: (resource, place) => `Die Mine bei ${place} ist leer (${termsDe.resources[resource]})`,
  mineDiscovered: (resource, units, place) => `Bei ${place} erschien eine Mine mit ${de.format(units)} ${termsDe.resources[resource]}`,
  resourcesSold: (robot, lots, revenue) => `${robot} verkaufte ${lots} für ${de.format(revenue)} Credits`,
  commandRejected: (player, why) => `Ein Befehl von ${player} wurde abgelehnt: ${why}`,
  rejections: {
    UNAUTHENTICATED: 'niemand ist angemeldet; melde dich neu an',
    NOT_YOU: 'er kam im Namen eines anderen; melde dich als dieser an',
    NOT_TIMELY: 'er kam zu spät an; prüfe die Uhr und sende ihn neu',
    MALFORMED: 'er war nicht lesbar; vergleiche ihn mit der Referenz',
    UNKNOWN_GAME: 'dieses Spiel gibt es nicht; wähle eines in der Lobby',
    NOT_ADMINISTRATOR: 'das darf nur ein Administrator',
    GAME_NOT_RUNNING: 'das Spiel läuft nicht; warte auf den Start',
    WRONG_STATE: 'das Spiel ist schon weiter',
    NOT_A_PARTICIPANT: 'du spielst hier nicht mit; tritt erst bei',
    ELIMINATED: 'du bist ausgeschieden; beginne ein neues Spiel',
    UNKNOWN_ROBOT: 'diesen Roboter gibt es nicht; wähle einen auf der Karte',
    NOT_OWNER: 'der Roboter gehört jemand anderem; wähle einen eigenen',
    ROBOT_DESTROYED: 'der Roboter ist zerstört; wähle einen anderen',
    GAME_EXISTS: 'das Spiel gibt es schon',
    INVALID_MAP: 'die Karte hat Fehler; sieh in ihre Fehlerliste',
    INVALID_RULES: 'die Regeln widersprechen sich; sieh in die Fehlerliste',
    GAME_FULL: 'alle Plätze sind besetzt; wähle ein anderes Spiel',
    ALREADY_JOINED: 'der Spieler ist schon dabei',
    QUEUE_FULL: 'die Warteschlange ist voll; warte einen Schritt oder leere sie',
    UNKNOWN_TARGET: 'dieses Ziel gibt es nicht; wähle einen Roboter auf demselben Feld',
    NOT_A_STATION: 'dort ist keine Station; wähle ein Feld mit einer',
    ROBOT_LIMIT: 'mehr Roboter sind nicht erlaubt',
    INSUFFICIENT_FUNDS: 'die Credits reichen nicht; verkaufe erst etwas',
    MAX_LEVEL: 'die höchste Stufe ist erreicht; wähle einen anderen Ausbau',
    NAME_TAKEN: 'der Name ist vergeben; wähle einen anderen',
    MAP_TYPE_EXISTS: 'eine Karte mit dieser Kennung gibt es schon',
    UNKNOWN_PLAYER: 'der Server kennt den Spieler nicht; melde dich neu an',
    UNKNOWN_MAP_TYPE: 'diese Karte gibt es nicht; wähle eine aus der Liste',
    PRACTICE_GAME_RUNNING: 'ein Übungsspiel läuft schon; beende es oder warte',
    LIMIT_REACHED: 'die Grenze ist erreicht; entferne erst etwas',
  },
  insufficientFunds: (price, balance) => `es kostet ${price} Credits, da sind ${balance}; verkaufe erst etwas`,
  someone: 'jemandem',
};
