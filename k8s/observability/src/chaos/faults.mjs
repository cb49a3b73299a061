// What goes wrong, and which alerts have to say so. docs/observability.md shows what was seen of it.
import { setTimeout as pause } from 'node:timers/promises';
import { malformed, ofUnknownSchema } from './records.mjs';

const TOPOLOGY_DOWN = 'DungeonTargetDown{dungeon-topology}';
/** So long does a start take to be scraped, at most, before the next kill. */
const RESTART_MS = 15_000;
/** Never in step with the scrapes, which come every 2 s and would each meet a process that stands still. */
const SLOW_EVERY_MS = 1700;
const SLOW_FOR_MS = 1300;

/** Alerts that fire as well where the machine itself has no time; pauses of the collector become longer, too. */
export const OF_LATENCY = ['DungeonOutcomeBudgetBurn', 'DungeonOutcomesUnknown', 'DungeonTimersLate', 'DungeonMemoryShort'];

const late = { DungeonOutcomeBudgetBurn: 'what waited is decided afterwards, late', DungeonTimersLate: 'and so is what was due meanwhile' };

/**
 * Each fault: what is done and undone; the alerts that have to fire, those of a single target with its job; those that may, with the reason; and
 * how long, in seconds that nobody shortens, the platform takes by itself until there is something to be seen. What is brief is over as soon as others
 * take over, after Kafka's session of 6 s; since that is a minute in shorter time, an alert that nobody expects counts only if it is true with its
 * windows as they are. What undoes a fault gives a text if the fault itself was not what its name says. What needs the history is left out where no
 * PostgreSQL can run.
 */
export const faults = [
  {
    name: 'one of two instances of the topology is killed and stays away',
    make: ({ topologies: [first] }) => first.kill(),
    mend: ({ topologies: [first] }) => first.start(),
    fires: [TOPOLOGY_DOWN],
    brief: true,
  },
  {
    name: 'one of two instances of the topology hangs',
    make: ({ topologies: [, second] }) => second.freeze(),
    mend: ({ topologies: [, second] }) => second.thaw(),
    fires: [TOPOLOGY_DOWN],
    may: { DungeonTimersLate: 'what was due before somebody else decided its games comes late' },
    brief: true,
  },
  {
    name: 'the schema registry hangs, and commands come with schemas that nobody knows',
    make({ registry }, records) {
      registry.freeze();
      records.flood(10, ofUnknownSchema);
    },
    mend({ registry }, records) {
      registry.thaw();
      return records.stop();
    },
    fires: ['DungeonSchemasUnavailable'],
  },
  {
    name: 'command-ingest is killed',
    make: ({ ingest }) => ingest.kill(),
    mend: ({ ingest }) => ingest.start(),
    fires: ['DungeonCommandsRefused', 'DungeonTargetDown{dungeon-ingest}'],
  },
  {
    name: 'all instances of the queries are killed',
    make: ({ queries }) => Promise.all(queries.map((each) => each.kill())),
    mend: ({ queries }) => queries.forEach((each) => each.start()),
    fires: ['DungeonNobodyAnswers', 'DungeonTargetDown{dungeon-queries}'],
    may: { DungeonQueriesBudgetBurn: 'while they start they answer with 503, and a start is not shortened' },
  },
  {
    name: 'somebody writes an event that is none',
    make: (_, records) => records.event(),
    mend() {},
    fires: ['DungeonEventsSkipped'],
  },
  {
    name: 'strangers send 200 records a second that are no commands',
    make: (_, records) => records.flood(200, malformed),
    mend: (_, records) => records.stop(),
    fires: [],
  },
  {
    name: 'all instances of the topology are killed',
    make: ({ topologies }) => Promise.all(topologies.map((each) => each.kill())),
    mend: ({ topologies }) => topologies.forEach((each) => each.start()),
    fires: ['DungeonNobodyDecides', 'DungeonOutcomesUnknown', TOPOLOGY_DOWN],
    may: late,
  },
  {
    name: 'the broker hangs',
    make: ({ broker }) => broker.freeze(),
    mend: ({ broker }) => broker.thaw(),
    fires: ['DungeonCommandsRefused'],
    // The question that ingest asks the brokers has to fail first.
    noticedAfter: 20,
    may: { ...late, DungeonOutcomesUnknown: 'what was written just before has no outcome in time' },
  },
  {
    name: 'the topology gets a quarter of the time',
    make({ topologies }) {
      this.slow = setInterval(() => {
        topologies.forEach((each) => each.freeze());
        setTimeout(() => topologies.forEach((each) => each.thaw()), SLOW_FOR_MS);
      }, SLOW_EVERY_MS);
    },
    async mend() {
      clearInterval(this.slow);
      await pause(SLOW_FOR_MS);
    },
    fires: ['DungeonTimersLate', 'DungeonOutcomeBudgetBurn'],
  },
  {
    name: 'the analytics are killed and started again three times',
    async make({ analytics }) {
      for (let time = 0; time < 3; time++) {
        await analytics.kill();
        analytics.start();
        await pause(RESTART_MS);
      }
    },
    mend() {},
    fires: ['DungeonRestartsOften{dungeon-analytics}'],
  },
  {
    name: 'the database of the history hangs',
    needsHistory: true,
    make: ({ database }) => database.freeze(),
    async mend(installation) {
      installation.database.thaw();
      await installation.awaitHistory();
    },
    fires: ['DungeonHistoryAway'],
  },
];

/** Alerts that none of these reaches, and why. */
export const unitTestsOnly = {
  DungeonInstanceGaveUp: 'a process that gives up ends; that one stays and tells of it takes a fault of ours',
  DungeonEventsMissing: 'no process that dies makes a gap, which is what ./dungeon chaos proves',
  DungeonCommandsWait: 'more has to be sent than two instances decide, and longer than the machine has anything left for the others',
  DungeonRevocationsDropped: 'takes more revocations than there is room for, which is 50,000',
  DungeonMemoryShort: 'a full heap slows down everything else as well',
  DungeonQueriesBudgetBurn: 'an instance that dies answers nothing, and the others answer well; that it fires after all were away is no promise',
};
