// A player in JavaScript: sends one command to a game, straight on Kafka, and waits for what comes of it.
// Usage: node player.mjs <broker> <registry> <gameId> <playerId>, with the player's token in the variable TOKEN.
// Prints the events of the command, one JSON object a line, and ends with 0 when it has seen the last one.
import { randomUUID } from 'node:crypto';
import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import kafkajs from 'kafkajs';

const COMMANDS = 'dungeon.commands.v1';
const EVENTS = 'dungeon.events.v1';
const PATIENCE_MS = 60_000;
// Ours, and not "latest": whoever registers another schema changes what that is.
const VERSION = 1;

const [broker, registry, gameId, playerId] = process.argv.slice(2);
const commandId = randomUUID();

const schemas = new SchemaRegistryClient({ baseURLs: [registry] });
// The schemas are there; a player only looks them up.
const { id: useSchemaId } = await schemas.getSchemaMetadata(`${COMMANDS}-value`, VERSION);
const serializer = new AvroSerializer(schemas, SerdeType.VALUE, { autoRegisterSchemas: false, useSchemaId });
const deserializer = new AvroDeserializer(schemas, SerdeType.VALUE, {});
const kafka = new kafkajs.Kafka({ brokers: [broker], clientId: 'js-player', logLevel: kafkajs.logLevel.ERROR });

setTimeout(() => {
  console.error(`No outcome of the command ${commandId} within ${PATIENCE_MS} ms`);
  process.exit(1);
}, PATIENCE_MS).unref();

// Without a transaction still open in it, every event that is read here is final: read_committed is kafkajs's default.
const consumer = kafka.consumer({ groupId: `js-player-${commandId}` });
await consumer.connect();
await consumer.subscribe({ topics: [EVENTS], fromBeginning: true });
const outcome = new Promise((resolve) => {
  consumer.run({
    eachMessage: async ({ message }) => {
      if (message.key.toString() !== gameId) {
        return;
      }
      const event = await deserializer.deserialize(EVENTS, message.value);
      if (event.commandId === commandId) {
        // A branch of the union: an object whose only key is the record's full name.
        const [[type, payload]] = Object.entries(event.payload);
        console.log(JSON.stringify({ type, sequence: Number(event.sequence), ...payload }, withoutBigInts));
        if (event.remaining === 0) {
          resolve();
        }
      }
    },
  });
});

// kafkajs chooses the partition from the key as Java's clients do: murmur2.
const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner, idempotent: true });
await producer.connect();
await producer.send({
  topic: COMMANDS,
  messages: [
    {
      key: gameId,
      value: await serializer.serialize(COMMANDS, {
        commandId,
        issuedAt: Date.now(),
        gameId,
        playerId,
        payload: { 'dungeon.schemas.BuyRobots': { quantity: 1, station: null } },
      }),
      headers: { authorization: `Bearer ${process.env.TOKEN}` },
    },
  ],
});
await outcome;
await producer.disconnect();
await consumer.disconnect();

function withoutBigInts(_, value) {
  return typeof value === 'bigint' ? Number(value) : value;
}
