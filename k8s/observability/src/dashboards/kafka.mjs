import { dashboard, lines, row } from './panels.mjs';

const here = 'application=~"dungeon-.*",instance=~"$instance"';
const by = (metric) => `sum by (application, client_id) (rate(${metric}{${here}}[$__rate_interval]))`;
const LEGEND = '{{application}} {{client_id}}';

export const kafka = dashboard(
  {
    uid: 'dungeon-kafka',
    title: 'Dungeon: Kafka clients',
    description: 'What the services see of the brokers. The brokers have dashboards of their own, with Strimzi.',
    application: 'dungeon-.*',
  },
  row(
    'Reading',
    lines('Records behind', 'Of the partition that is furthest behind', 'short', [
      `max by (application, client_id) (kafka_consumer_fetch_manager_records_lag_max{${here}})`,
      LEGEND,
    ]),
    lines('Bytes read', 'By client', 'Bps', [by('kafka_consumer_fetch_manager_bytes_consumed_total'), LEGEND]),
    lines('Records read', 'By client', 'ops', [by('kafka_consumer_fetch_manager_records_consumed_total'), LEGEND]),
    lines('Longest fetch', 'Up to half a second is waiting for something to come', 'ms', [
      `max by (application, client_id) (kafka_consumer_fetch_manager_fetch_latency_max{${here}})`,
      LEGEND,
    ]),
  ),
  row(
    'Writing',
    lines('Records written', 'By client', 'ops', [by('kafka_producer_record_send_total'), LEGEND]),
    lines('Bytes written', 'By client', 'Bps', [by('kafka_producer_outgoing_byte_total'), LEGEND]),
    lines('Failed and repeated', 'By client', 'ops',
      [by('kafka_producer_record_error_total'), `${LEGEND} failed`],
      [by('kafka_producer_record_retry_total'), `${LEGEND} repeated`],
    ),
    lines('Longest request', 'By client', 'ms', [`max by (application, client_id) (kafka_producer_request_latency_max{${here}})`, LEGEND]),
    lines('Time in transactions', 'Of a second; what commits take', 'percentunit', [
      `sum by (application, client_id) (rate(kafka_producer_txn_commit_time_ns_total{${here}}[$__rate_interval])) / 1e9`,
      LEGEND,
    ]),
  ),
  row(
    'Connections and groups',
    lines('Connections', 'By client', 'short',
      [`sum by (application, client_id) (kafka_consumer_connection_count{${here}})`, `${LEGEND} reads`],
      [`sum by (application, client_id) (kafka_producer_connection_count{${here}})`, `${LEGEND} writes`],
    ),
    lines('Rebalances', 'In an hour', 'short', [
      `sum by (application, client_id) (increase(kafka_consumer_coordinator_rebalance_total{${here}}[1h]))`,
      LEGEND,
    ]),
    lines('Logins that failed', 'Of services; wrong certificates or tokens', 'ops',
      [by('kafka_consumer_failed_authentication_total'), LEGEND],
      [by('kafka_producer_failed_authentication_total'), LEGEND],
    ),
  ),
);
