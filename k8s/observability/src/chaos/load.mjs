// People who play and watch, at a steady pace, whatever is answered.
import { setTimeout as pause } from 'node:timers/promises';
import { json, until } from '../waiting.mjs';

const PLAYERS = 6;
/** For each of two robots more often than it may move, so that orders wait in queues for their time. */
const ORDER_EVERY_MS = 700;
const QUESTION_EVERY_MS = 400;
const PATIENCE_MS = 12_000;
const GAME_MS = 3_600_000;

export class Load {
  #stopped = false;
  #running = [];
  counts = { orders: 0, unanswered: 0, questions: 0, failed: 0 };

  /**
   * @param queriesUrls which are asked in turn; orders go to the door of the first, too
   * @param asksHistory whether there is one behind that door
   */
  constructor(ingestUrl, queriesUrls, asksHistory) {
    Object.assign(this, { ingestUrl, queriesUrls, asksHistory });
  }

  async start() {
    const players = await Promise.all(Array.from({ length: PLAYERS }, () => this.#join()));
    players.forEach((player, i) => this.#repeat(ORDER_EVERY_MS, () => this.#order(player, i)));
    let turn = 0;
    this.#repeat(QUESTION_EVERY_MS, () => this.#ask(players[turn % PLAYERS], turn++));
  }

  async stop() {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #join() {
    const { token } = await json(`${this.ingestUrl}/auth/guest`, { method: 'POST' });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const post = (path, body) => json(this.ingestUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const { gameId } = await until('a practice game', async () => existing(await post('/practice-games', { bots: 0, durationMs: GAME_MS })), 60);
    const { events = [] } = await post(`/games/${gameId}/commands?wait=10000`, { type: 'BuyRobots', quantity: 2 });
    const robots = events.filter(({ type }) => type === 'RobotSpawned').map(({ robotId }) => robotId);
    if (robots.length === 0) throw new Error(`No robot in game ${gameId}: ${JSON.stringify(events)}`);
    return { gameId, headers, robots };
  }

  async #order(player, number) {
    if (player.robots.length === 0) return this.#rejoin(player);
    this.counts.orders++;
    const { gameId, headers, robots } = player;
    const robotId = robots[this.counts.orders % robots.length];
    const direction = 'NESW'[Math.floor(Math.random() * 4)];
    const url = number === 0 ? `${this.queriesUrls[0]}/ingest` : this.ingestUrl;
    const options = { method: 'POST', headers, body: JSON.stringify({ type: 'MoveRobot', robotId, direction }), signal: AbortSignal.timeout(PATIENCE_MS) };
    const answer = await answerOf(`${url}/games/${gameId}/commands?wait=5000`, options);
    if (answer === undefined) this.counts.unanswered++;
    else if (answer.includes('ROBOT_DESTROYED')) player.robots = player.robots.filter((each) => each !== robotId);
  }

  /** Whoever goes by chance ends in black holes, and without robots nothing is due any more; so somebody else comes instead. */
  async #rejoin(player) {
    if (player.rejoins) return;
    player.rejoins = true;
    try {
      Object.assign(player, await this.#join());
    } catch {
      // Somebody who has to answer is away, so it is tried again.
    } finally {
      player.rejoins = false;
    }
  }

  async #ask({ gameId }, turn) {
    this.counts.questions++;
    const url = this.queriesUrls[turn % this.queriesUrls.length];
    const paths = ['/games', `/games/${gameId}/robots`, `/games/${gameId}/scoreboard`, ...(this.asksHistory ? ['/history/games', '/history/ranking'] : [])];
    const path = paths[turn % paths.length];
    if ((await answerOf(url + path, { signal: AbortSignal.timeout(PATIENCE_MS) })) === undefined) this.counts.failed++;
  }

  /** Does not wait for one to be answered before the next. */
  #repeat(everyMs, work) {
    const loop = async () => {
      while (!this.#stopped) {
        void work();
        await pause(everyMs);
      }
    };
    this.#running.push(loop());
  }
}

/** One whose answer was lost is there already. */
const existing = (answer) => (answer.gameId ? answer : undefined);

/** The text of an answer; nothing if there was none, or a refusal. */
async function answerOf(url, options) {
  try {
    const response = await fetch(url, options);
    const text = await response.text();
    return response.ok ? text : undefined;
  } catch {
    return undefined;
  }
}
