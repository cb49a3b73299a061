import { dashboard, lines, logs, quantiles, row } from './panels.mjs';

// No series names a game or a player: there would be as many as games and players. One game is looked at in logs and traces.
export const game = dashboard(
  {
    uid: 'dungeon-game',
    title: 'Dungeon: games',
    description: 'What players do and what comes of it. A single game is found in the logs, by its id.',
    game: true,
  },
  row(
    'Orders',
    lines('Orders', 'By type', 'ops', [
      'sum by (type) (rate(dungeon_commands_decided_total{context="robots"}[$__rate_interval]))',
      '{{type}}',
    ]),
    lines('Refused', 'By the code that the player gets', 'ops', [
      'sum by (code) (rate(dungeon_commands_rejected_total{context="robots"}[$__rate_interval]))',
      '{{code}}',
    ]),
    lines('Came of them', 'Accepted, refused, or sent again', 'ops', [
      'sum by (outcome) (rate(dungeon_commands_decided_total{context="robots"}[$__rate_interval]))',
      '{{outcome}}',
    ]),
    lines('Time of a decision', 'From the admission to the events', 's', ...quantiles('dungeon_decision_seconds', '{context="robots"}')),
  ),
  row(
    'What players feel',
    lines('From the stamp to the commit', 'When an outcome becomes visible', 's', ...quantiles('dungeon_command_lag_seconds', '{context="robots"}')),
    lines('Timers late', 'Queued actions, mining, ends of games', 's', ...quantiles('dungeon_timer_late_seconds', '{context="robots"}')),
    lines('Outcomes waited for over HTTP', 'From the sending to the outcome', 's', ...quantiles('dungeon_ingest_outcome_seconds', '')),
    lines('Watchers', 'Clients to whom events are sent, and the events', 'short',
      ['sum(dungeon_queries_streams)', 'watchers'],
      ['sum(rate(dungeon_queries_streams_events_total[$__rate_interval]))', 'events/s'],
    ),
  ),
  row(
    'Players, rooms, map types',
    lines('Commands of the lobby', 'By type', 'ops', [
      'sum by (type) (rate(dungeon_commands_decided_total{context="lobby"}[$__rate_interval]))',
      '{{type}}',
    ]),
    lines('Thrown away', 'Records on the topics of commands that are none', 'ops', [
      'sum by (reason) (rate(dungeon_dead_letters_total[$__rate_interval]))',
      '{{reason}}',
    ]),
  ),
  row('One game', logs('What the services say of it', 'With the trace of each line', '{namespace="dungeon"} | json | gameId=`$gameId`')),
);
