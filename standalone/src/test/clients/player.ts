// A player whose client is generated from the descriptions of both services, and checked against them by the TypeScript compiler.
import createClient from "openapi-fetch";
import type { paths as Ingest } from "./ingest.js";
import type { paths as Queries } from "./queries.js";

const [ingestUrl, queriesUrl] = process.argv.slice(2);
const ingest = createClient<Ingest>({ baseUrl: ingestUrl });
const queries = createClient<Queries>({ baseUrl: queriesUrl });

function required<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) {
    throw new Error(`Refused: ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

const guest = required(await ingest.POST("/auth/guest"));
const headers = { Authorization: `Bearer ${guest.token}` };
const game = required(await ingest.POST("/practice-games", { headers, body: { bots: 0 } }));
const gameId = game.gameId!;

const outcome = required(
  await ingest.POST("/games/{gameId}/commands", {
    headers,
    params: { path: { gameId }, query: { wait: 20000 } },
    body: { type: "BuyRobots", quantity: 1 },
  }),
);
if (!("events" in outcome) || outcome.events === undefined) {
  throw new Error(`No outcome: ${JSON.stringify(outcome)}`);
}
let sequence = 0;
for (const event of outcome.events) {
  // The compiler knows which fields an event of this type has.
  if (event.type === "RobotsPurchased") {
    console.log(JSON.stringify({ quantity: event.quantity, balance: event.balance }));
  }
  sequence = event.sequence;
}

const account = required(
  await queries.GET("/games/{gameId}/accounts/{playerId}", {
    params: { path: { gameId, playerId: guest.playerId! }, query: { atLeast: sequence } },
  }),
);
console.log(JSON.stringify({ balance: account.balance }));
