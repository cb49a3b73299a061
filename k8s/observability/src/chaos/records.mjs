// Writes on Kafka what no service of ours would.
import kafkajs from 'kafkajs';
import { randomBytes, randomUUID } from 'node:crypto';
import { Flood } from './flood.mjs';

const COMMANDS = 'dungeon.commands.v1';
const EVENTS = 'dungeon.events.v1';

export class Records {
  #producer;
  #flood;

  constructor(broker) {
    const kafka = new kafkajs.Kafka({ brokers: [broker], clientId: 'stranger', logLevel: kafkajs.logLevel.NOTHING });
    this.#producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  }

  connect = () => this.#producer.connect();
  close = () => this.#producer.disconnect();

  /** So many records a second on the topic of commands, until `stop`. */
  flood(perSecond, make) {
    this.#flood = new Flood(perSecond, (count) => this.#producer.send({ topic: COMMANDS, messages: Array.from({ length: count }, make) }));
  }

  /** Ends a flood, if there is one, and says what was wrong with it: nothing, if the broker took so many records a second. */
  stop = () => this.#flood?.stop();

  /** An event that is none. */
  event = () => this.#producer.send({ topic: EVENTS, messages: [{ key: randomUUID(), value: randomBytes(64) }] });
}

/** What is no command, and names no schema, which would begin with 0. */
export const malformed = () => ({ key: randomUUID(), value: Buffer.concat([Buffer.of(1), randomBytes(99)]) });

/** With an id of a schema that nobody has registered; each another one, because what is not there is remembered. */
export function ofUnknownSchema() {
  const value = randomBytes(100);
  value.writeUInt8(0, 0);
  value.writeUInt32BE(0x40000000 + Math.floor(Math.random() * 0x3fffffff), 1);
  return { key: randomUUID(), value };
}
