import { dashboard, lines, number, quantiles, row } from './panels.mjs';

const asked = 'application="dungeon-queries",uri!~"/health/.*|/metrics|/history/.*|/analytics/.*"';

export const overview = dashboard(
  { uid: 'dungeon-overview', title: 'Dungeon: overview', description: 'Whether the platform keeps what it promises, and what goes on.' },
  row(
    'What is promised',
    number('Outcomes in time', 'Of the last hour, within 250 ms; 99.5 % are promised', 'percentunit', [
      '1 - dungeon:outcome_errors:ratio_rate1h',
      'in time',
    ]),
    number('Queries answered', 'Of the last hour, without a fault of the server; 99.9 % are promised', 'percentunit', [
      '1 - dungeon:queries_errors:ratio_rate1h',
      'answered',
    ]),
    number('Events missing', 'Gaps in the sequence of a game in a day; none is promised', 'short', [
      'sum(increase(dungeon_queries_sequence_missing_total[1d]))',
      'missing',
    ]),
    number('Topology', 'Instances that run', 'short', ['sum(dungeon_streams_running{application="dungeon-topology"})', 'running']),
    number('Command-ingest', 'Instances that take commands', 'short', ['sum(dungeon_ingest_ready)', 'ready']),
    number('Queries', 'Instances that run', 'short', ['sum(min by (instance) (dungeon_streams_running{application="dungeon-queries"}))', 'running']),
  ),
  row(
    'How fast the budgets burn',
    lines('Late outcomes', '1 is what uses up the budget of 30 days in 30 days', 'short',
      ['dungeon:outcome_errors:ratio_rate5m / 0.005', '5 minutes'],
      ['dungeon:outcome_errors:ratio_rate1h / 0.005', 'an hour'],
    ),
    lines('Faults of the queries', 'Likewise', 'short',
      ['dungeon:queries_errors:ratio_rate5m / 0.001', '5 minutes'],
      ['dungeon:queries_errors:ratio_rate1h / 0.001', 'an hour'],
    ),
  ),
  row(
    'What goes on',
    lines('Commands decided', 'By context', 'ops', ['sum by (context) (rate(dungeon_commands_decided_total[$__rate_interval]))', '{{context}}']),
    lines('From the stamp to the commit', 'Of all commands', 's', ...quantiles('dungeon_command_lag_seconds', '')),
    lines('Requests', 'By service', 'reqps', [
      'sum by (application) (rate(http_server_requests_seconds_count{uri!~"/health/.*|/metrics"}[$__rate_interval]))',
      '{{application}}',
    ]),
    lines('Answers of the queries', 'By outcome', 'reqps', [
      `sum by (outcome) (rate(http_server_requests_seconds_count{${asked}}[$__rate_interval]))`,
      '{{outcome}}',
    ]),
    lines('Watchers', 'Clients to whom events are sent', 'short', ['sum(dungeon_queries_streams)', 'watchers']),
    lines('Processor', 'Of each process, of all cores', 'percentunit', [
      'process_cpu_usage{application=~"dungeon-.*"}',
      '{{application}} {{instance}}',
    ]),
  ),
);
