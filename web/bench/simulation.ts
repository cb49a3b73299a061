import type { EventOf, GameEvent, Resource, Rules, Tile } from '../src/game/events';
import type { Content, GameMap, GameState, Gravity, Mine, Player, Robot } from '../src/game/GameState';
import type { PlayerLook } from '../src/map/scene';

/** A map as rows of text, the uppermost first: `1` to `3` gravity, `#` void; contents `S` station, `O` black hole, `B C D I P` mines. */
export interface Drawing {
  readonly ground: readonly string[];
  readonly contents: readonly string[];
}

const RESOURCES: Record<string, Resource> = {
  B: 'BIO_MATTER',
  C: 'CRYO_GAS',
  D: 'DARK_MATTER',
  I: 'ION_DUST',
  P: 'PLASMA_CORE',
};
const UNITS: Record<Resource, number> = { BIO_MATTER: 1000, CRYO_GAS: 800, DARK_MATTER: 600, ION_DUST: 400, PLASMA_CORE: 300 };
const STEPS = [[0, 1], [1, 1], [1, 0], [1, -1], [0, -1], [-1, -1], [-1, 0], [-1, 1]] as const;
const HEALTH = 100_000;
const RULES: Rules = { health: [10, 25, 50, 100, 200, 500], storage: [20, 50, 100, 200, 400, 1000] } as Rules;
const LEVELS = { storage: 0, mining: 0, damage: 0, health: 0, healthRegeneration: 0, energyCapacity: 0, energyRegeneration: 0, cooldown: 0 };
const MOVE_MS = 2_000;
const MINING_MS = 5_000;

/** How likely a robot that is ready does something else than move, where it can. */
export interface Habits {
  readonly mines: number;
  readonly sells: number;
  readonly attacks: number;
  readonly fails: number;
  readonly buys: number;
}

/** A game that nobody plays: robots wander, mine, sell and fight by chance, always the same for the same seed. */
export class Simulation {
  readonly state: GameState;
  readonly looks: ReadonlyMap<string, PlayerLook>;
  recent: GameEvent[] = [];
  private random: number;
  private readonly playerIds: string[];

  constructor(
    map: GameMap,
    mines: Map<number, Mine>,
    players: number,
    robots: number,
    private readonly habits: Habits,
    private readonly startMs: number,
    seed = 7,
  ) {
    this.random = seed;
    this.playerIds = Array.from({ length: players }, (_, number) => `player-${number}`);
    this.looks = new Map(this.playerIds.map((id, number) => [id, { colour: number % 8, shape: Math.floor(number / 8), isOwn: number === 0 }]));
    const stations = [...map.contents].filter(([, content]) => content === 'SPACE_STATION').map(([tile]) => tileAt(map, tile));
    this.state = {
      gameId: 'bench', sequence: 0, timeMs: startMs, phase: 'RUNNING', mapName: 'bench', participantLimit: players, durationMs: 600_000,
      createdAtMs: startMs, startedAtMs: startMs, endsAtMs: startMs + 600_000, endedAtMs: null, endReason: null, practiceFor: null,
      rules: RULES, standings: null, map,
      players: new Map(this.playerIds.map((id, number) => [id, player(id, number, stations[number % stations.length] ?? { x: 0, y: 0 })])),
      robots: new Map(), mines,
    };
    for (let number = 0; number < robots; number++) {
      this.spawn(number, players, this.anyStarSystem());
    }
  }

  /** Lets robots that are ready act until `nowMs`. */
  advance(nowMs: number, keepMs: number): void {
    for (const robot of this.state.robots.values()) {
      if (robot.destroyed) {
        continue;
      }
      if (robot.mining && robot.mining.completesAtMs <= nowMs) {
        this.completeMining(robot, robot.mining.completesAtMs);
      } else if (!robot.mining && robot.readyAtMs <= nowMs) {
        this.act(robot, robot.readyAtMs < this.startMs ? nowMs : robot.readyAtMs);
      }
    }
    this.state.sequence++;
    this.state.timeMs = nowMs;
    const oldest = new Date(nowMs - keepMs).toISOString();
    this.recent = this.recent.filter(({ time }) => time >= oldest);
  }

  private act(robot: Robot, nowMs: number): void {
    const tile = robot.position.y * this.state.map.width + robot.position.x;
    const content = this.state.map.contents.get(tile);
    const mine = this.state.mines.get(tile);
    if (mine && this.chance() < this.habits.mines) {
      this.put({ ...robot, mining: { mine: mine.position, resource: mine.resource, startedAtMs: nowMs, completesAtMs: nowMs + MINING_MS },
        cooldownFromMs: nowMs, readyAtMs: nowMs + 1_000 });
    } else if (content === 'SPACE_STATION' && this.chance() < this.habits.sells) {
      this.emit('ResourcesSold', nowMs, robot, { revenue: 10 + Math.floor(this.chance() * 30) * 10, condition: { position: robot.position } });
      this.put({ ...robot, cargo: [], cooldownFromMs: nowMs, readyAtMs: nowMs + 500 });
    } else if (content === 'SPACE_STATION' && this.chance() < this.habits.buys) {
      this.emit('RobotsPurchased', nowMs, robot, { station: robot.position, quantity: 1 });
      this.put({ ...robot, cooldownFromMs: nowMs, readyAtMs: nowMs + 500 });
    } else if (this.chance() < this.habits.fails) {
      this.emit('ActionFailed', nowMs, robot, { condition: { position: robot.position } });
      this.put({ ...robot, cooldownFromMs: nowMs, readyAtMs: nowMs + MOVE_MS });
    } else if (content === 'SPACE_STATION' || this.chance() >= this.habits.attacks || !this.attack(robot, nowMs)) {
      this.move(robot, nowMs);
    }
  }

  private attack(robot: Robot, nowMs: number): boolean {
    const target = [...this.state.robots.values()].find(
      (other) => !other.destroyed && other.playerId !== robot.playerId && sameTile(other.position, robot.position),
    );
    if (!target) {
      return false;
    }
    const health = target.health - 2 * HEALTH;
    this.emit('RobotAttacked', nowMs, robot, { targetRobotId: target.robotId, damage: 2, condition: { position: robot.position },
      targetCondition: { position: target.position } });
    this.put({ ...target, health: Math.max(0, health), destroyed: health <= 0, destroyedAtMs: health <= 0 ? nowMs : null });
    if (health <= 0) {
      this.emit('RobotDestroyed', nowMs, target, { cause: 'COMBAT', byRobotId: robot.robotId, looted: [{ resource: 'BIO_MATTER', units: 8 }] });
      this.spawn(this.state.robots.size, this.playerIds.length, this.anyStarSystem(), nowMs);
    }
    this.put({ ...robot, cooldownFromMs: nowMs, readyAtMs: nowMs + 1_000 });
    return true;
  }

  private completeMining(robot: Robot, nowMs: number): void {
    const mining = robot.mining;
    const mine = mining && this.state.mines.get(mining.mine.y * this.state.map.width + mining.mine.x);
    this.put({ ...robot, mining: null, cargo: [{ resource: 'BIO_MATTER', units: Math.min(20, (robot.cargo[0]?.units ?? 0) + 4) }] });
    if (mine) {
      this.state.mines.set(mine.position.y * this.state.map.width + mine.position.x, { ...mine, remainingUnits: Math.max(1, mine.remainingUnits - 2) });
      this.emit('ResourcesMined', nowMs, robot, { mine: mine.position, resource: mine.resource, collected: 2, evaporated: 0 });
    }
  }

  private move(robot: Robot, nowMs: number): void {
    const { map } = this.state;
    for (let attempt = 0; attempt < 12; attempt++) {
      const [dx, dy] = STEPS[Math.floor(this.chance() * STEPS.length)] ?? [0, 1];
      const position = { x: robot.position.x + dx, y: robot.position.y + dy };
      const tile = position.y * map.width + position.x;
      const isInside = position.x >= 0 && position.y >= 0 && position.x < map.width && position.y < map.height;
      if (isInside && !map.voids[tile] && map.contents.get(tile) !== 'BLACK_HOLE') {
        this.put({ ...robot, from: robot.position, position, movedAtMs: nowMs, arrivesAtMs: nowMs + MOVE_MS, cooldownFromMs: nowMs, readyAtMs: nowMs + MOVE_MS });
        return;
      }
    }
  }

  private spawn(number: number, players: number, position: Tile, nowMs = this.startMs - MOVE_MS): void {
    const robotId = `robot-${String(number).padStart(5, '0')}`;
    const offset = nowMs < this.startMs ? Math.floor(this.chance() * MOVE_MS) : 0;
    this.state.robots.set(robotId, {
      sequence: 0, robotId, playerId: `player-${number % players}`, name: robotId, destroyed: false, position, from: position,
      movedAtMs: 0, arrivesAtMs: 0, health: 10 * HEALTH - (number % 3 === 0 ? 4 * HEALTH : 0), energy: 0, asOfMs: nowMs, cooldownFromMs: nowMs, readyAtMs: nowMs + offset,
      levels: LEVELS, damageBonus: 0, cargo: number % 2 ? [{ resource: 'BIO_MATTER', units: (number * 3) % 20 }] : [], queue: [], mining: null, destroyedAtMs: null,
    });
  }

  private emit<T extends GameEvent['type']>(type: T, nowMs: number, robot: Robot, payload: object): void {
    const event = { type, gameId: 'bench', sequence: ++this.state.sequence, time: new Date(nowMs).toISOString(), remaining: 0,
      playerId: robot.playerId, robotId: robot.robotId, ...payload } as unknown as EventOf<T>;
    this.recent.push(event);
  }

  private put(robot: Robot): void {
    this.state.robots.set(robot.robotId, robot);
  }

  private anyStarSystem(): Tile {
    const { map } = this.state;
    for (;;) {
      const tile = Math.floor(this.chance() * map.width * map.height);
      if (!map.voids[tile] && map.contents.get(tile) !== 'BLACK_HOLE') {
        return tileAt(map, tile);
      }
    }
  }

  /** From 0 up to 1; a linear congruential generator. */
  private chance(): number {
    this.random = (Math.imul(this.random, 1_664_525) + 1_013_904_223) >>> 0;
    return this.random / 2 ** 32;
  }
}

export function fromDrawing({ ground, contents }: Drawing): { map: GameMap; mines: Map<number, Mine> } {
  const height = ground.length;
  const width = ground[0]?.length ?? 0;
  const gravity = new Uint8Array(width * height);
  const voids = new Uint8Array(width * height);
  const placed = new Map<number, Content>();
  const mines = new Map<number, Mine>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const tile = y * width + x;
      const mark = ground[height - 1 - y]?.[x] ?? '#';
      voids[tile] = mark === '#' ? 1 : 0;
      gravity[tile] = mark === '#' ? 1 : (Number(mark) as Gravity);
      const content = contents[height - 1 - y]?.[x] ?? '.';
      const resource = RESOURCES[content];
      if (resource) {
        placed.set(tile, 'MINE');
        const left = [1, 0.82, 0.55, 0.3, 0.08][(x * 3 + y) % 5] ?? 1;
        mines.set(tile, { sequence: 0, position: { x, y }, resource, placedUnits: UNITS[resource], remainingUnits: Math.round(UNITS[resource] * left) });
      } else if (content === 'S' || content === 'O') {
        placed.set(tile, content === 'S' ? 'SPACE_STATION' : 'BLACK_HOLE');
      }
    }
  }
  return { map: { width, height, gravity, voids, contents: placed }, mines };
}

function player(playerId: string, number: number, homeStation: Tile): Player {
  return {
    sequence: 0, playerId, name: playerId, number, homeStation, balance: 500,
    points: { MINING: 0, TRADING: 0, TRAVELLING: 0, FIGHTING: 0, UPGRADING: 0 } as Player['points'],
    total: 0, robots: 0, robotsBought: 0, miningProcesses: 0, salesRevenue: 0, kills: {}, eliminated: false,
  };
}

function tileAt(map: GameMap, tile: number): Tile {
  return { x: tile % map.width, y: Math.floor(tile / map.width) };
}

function sameTile(one: Tile, other: Tile): boolean {
  return one.x === other.x && one.y === other.y;
}
