// What the platform promises, as ratios of bad to all that can be counted; the recording rules and the alerts follow from this table.

/** Errors of a level of service over a window: `bad(window) / all(window)`. */
export const slos = [
  {
    id: 'outcome',
    alert: 'DungeonOutcomeBudgetBurn',
    objective: 0.995,
    says: 'Of all commands, 99.5 % have their outcome within 250 ms from the broker\'s stamp',
    happens: 'commands have their outcome later than 250 ms after the broker\'s stamp',
    all: (window) => `sum(rate(dungeon_command_lag_seconds_count[${window}]))`,
    good: (window) => `sum(rate(dungeon_command_lag_seconds_bucket{le="0.25"}[${window}]))`,
  },
  {
    id: 'queries',
    alert: 'DungeonQueriesBudgetBurn',
    objective: 0.999,
    says: 'Of all requests to the queries, 99.9 % are answered without a fault of the server',
    happens: 'requests to the queries are answered with a fault of the server',
    all: (window) => `sum(rate(http_server_requests_seconds_count{${queriesOfPlayers}}[${window}]))`,
    good: (window) =>
      `(sum(rate(http_server_requests_seconds_count{${queriesOfPlayers},outcome!="SERVER_ERROR"}[${window}])) or vector(0))`,
  },
];

// Probes and scrapes are nobody's questions, and would make all look well in a quiet night. What other services answer behind the door is theirs.
const queriesOfPlayers = 'application="dungeon-queries",uri!~"/health/.*|/metrics|/history/.*|/analytics/.*"';

/**
 * How fast the budget of 30 days may burn: a long window says that it matters, a short one that it still goes on. The factors are those of
 * Google's workbook on reliability: 2 % of the budget in an hour, 5 % in six, 10 % in a day or in three.
 */
export const windows = [
  { severity: 'critical', long: '1h', short: '5m', factor: 14.4, for: '2m' },
  { severity: 'critical', long: '6h', short: '30m', factor: 6, for: '15m' },
  { severity: 'warning', long: '1d', short: '2h', factor: 3, for: '1h' },
  { severity: 'warning', long: '3d', short: '6h', factor: 1, for: '3h' },
];

/** A night in which three commands came says nothing about how well the platform does. */
const COUNTED_MINIMUM = 100;

const ratio = (slo, window) => `dungeon:${slo.id}_errors:ratio_rate${window}`;
const seconds = (window) => ({ m: 60, h: 3600, d: 86400 })[window.at(-1)] * Number(window.slice(0, -1));

export function recordingGroups() {
  const all = [...new Set(windows.flatMap((window) => [window.short, window.long]))].sort((a, b) => seconds(a) - seconds(b));
  return slos.map((slo) => ({
    name: `dungeon-slo-${slo.id}`,
    rules: all.flatMap((window) => [
      { record: ratio(slo, window), expr: `1 - ${slo.good(window)} / (${slo.all(window)} > 0)` },
      { record: `dungeon:${slo.id}:rate${window}`, expr: slo.all(window) },
    ]),
  }));
}

export function burnAlerts() {
  return slos.flatMap((slo) =>
    windows.map((window) => {
      const bound = `(${window.factor} * ${Number((1 - slo.objective).toFixed(6))})`;
      return {
        alert: slo.alert,
        expr: [
          `${ratio(slo, window.long)} > ${bound}`,
          `${ratio(slo, window.short)} > ${bound}`,
          `dungeon:${slo.id}:rate${window.long} * ${seconds(window.long)} > ${COUNTED_MINIMUM}`,
        ].join('\nand '),
        for: window.for,
        severity: window.severity,
        labels: { long: window.long, short: window.short },
        summary: `Too many ${slo.happens}`,
        description: `{{ $value | humanizePercentage }} in ${window.long}; ${slo.says}, and at this rate the errors allowed for 30 days are used up in ${used(window)}.`,
      };
    }),
  );
}

function used(window) {
  const hours = (30 * 24) / window.factor;
  return hours < 72 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
}
