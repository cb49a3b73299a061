import { dashboard, lines, number, quantiles, row } from './panels.mjs';

const asked = 'application="dungeon-history",uri!~"/health/.*|/metrics"';

export const history = dashboard(
  { uid: 'dungeon-history', title: 'Dungeon: history and analytics', description: 'What answers from PostgreSQL and from windows of time.' },
  row(
    'The history answers',
    lines('Requests', 'By route', 'reqps', [`sum by (uri) (rate(http_server_requests_seconds_count{${asked}}[$__rate_interval]))`, '{{uri}}']),
    lines('Time of an answer', 'Of all routes', 's', ...quantiles('http_server_requests_seconds', `{${asked}}`)),
    lines('Outcomes', '', 'reqps', [`sum by (outcome) (rate(http_server_requests_seconds_count{${asked}}[$__rate_interval]))`, '{{outcome}}']),
    lines('Through the door', 'As the queries pass them on', 'reqps', [
      'sum by (outcome) (rate(http_server_requests_seconds_count{application="dungeon-queries",uri=~"/history/.*"}[$__rate_interval]))',
      '{{outcome}}',
    ]),
  ),
  row(
    'Its databases',
    lines('Connections', 'In use, of six', 'short', ['sum by (pool) (hikaricp_connections_active{application="dungeon-history"})', '{{pool}}']),
    lines('Waiting for one', 'Requests', 'short', ['sum by (pool) (hikaricp_connections_pending{application="dungeon-history"})', '{{pool}}']),
    lines('Time of a question', 'While a connection is in use, on average', 's', [
      'sum by (pool) (rate(hikaricp_connections_usage_seconds_sum{application="dungeon-history"}[$__rate_interval])) / sum by (pool) (rate(hikaricp_connections_usage_seconds_count{application="dungeon-history"}[$__rate_interval]) > 0)',
      '{{pool}}',
    ]),
    lines('Got none in time', 'Requests that were told to come again', 'ops', ['sum by (pool) (rate(hikaricp_connections_timeout_total{application="dungeon-history"}[$__rate_interval]))', '{{pool}}']),
  ),
  row(
    'Analytics',
    number('Running', 'Instances', 'short', ['sum(dungeon_streams_running{application="dungeon-analytics"})', 'running']),
    number('Too late to be counted', 'Events for windows that were closed', 'short', ['sum(dungeon_analytics_events_late)', 'events']),
    lines('Time of an answer', 'Of all routes', 's', ...quantiles('http_server_requests_seconds', '{application="dungeon-analytics",uri=~"/analytics/.*"}')),
  ),
);
