import { dashboard, lines, quantiles, row } from './panels.mjs';

const here = 'application="dungeon-topology",instance=~"$instance"';

export const topology = dashboard(
  {
    uid: 'dungeon-topology',
    title: 'Dungeon: topology',
    description: 'The application that decides commands, by instance.',
    application: 'dungeon-topology',
  },
  row(
    'Does it work',
    lines('Running', '0 while it starts, restores, moves partitions or has failed', 'short', [`dungeon_streams_running{${here}}`, '{{instance}}']),
    lines('Commands decided', 'By instance', 'ops', [`sum by (instance) (rate(dungeon_commands_decided_total{${here}}[$__rate_interval]))`, '{{instance}}']),
    lines('Commands that wait', 'Of the partition that is furthest behind; markers of commits leave it at 1 or 2', 'short', [
      `max by (instance, topic) (kafka_consumer_fetch_manager_records_lag{${here},client_id!~".*restore.*"})`,
      '{{instance}} {{topic}}',
    ]),
    lines('Records left to restore', 'Before partitions are worked on', 'short', [
      `sum by (instance) (kafka_stream_task_restore_remaining_records_total{${here}})`,
      '{{instance}}',
    ]),
  ),
  row(
    'How quick is it',
    lines('Time of a decision', 'By context', 's', ...quantiles('dungeon_decision_seconds', `{${here}}`, ['context'])),
    lines('From the stamp to the commit', 'By context', 's', ...quantiles('dungeon_command_lag_seconds', `{${here}}`, ['context'])),
    lines('Timers late', 'By context', 's', ...quantiles('dungeon_timer_late_seconds', `{${here}}`, ['context'])),
    lines('Where a stream thread spends its time', 'What is missing is waiting', 'percentunit',
      [`sum by (thread_id) (kafka_stream_thread_process_ratio{${here}})`, '{{thread_id}} processes'],
      [`sum by (thread_id) (kafka_stream_thread_commit_ratio{${here}})`, '{{thread_id}} commits'],
      [`sum by (thread_id) (kafka_stream_thread_punctuate_ratio{${here}})`, '{{thread_id}} punctuates'],
    ),
    lines('Commits', 'And the longest', 'short',
      [`sum by (instance) (rate(kafka_stream_thread_commit_total{${here}}[$__rate_interval]))`, '{{instance}} commits/s'],
      [`max by (instance) (kafka_stream_thread_commit_latency_max{${here}})`, '{{instance}} longest, ms'],
    ),
    lines('State', 'Records in memory, by store', 'short', [
      `sum by (in_memory_state_id) (kafka_stream_state_num_keys{${here}})`,
      '{{in_memory_state_id}}',
    ]),
  ),
  row(
    'What is refused',
    lines('Rejections', 'By code', 'ops', [`sum by (context, code) (rate(dungeon_commands_rejected_total{${here}}[$__rate_interval]))`, '{{context}} {{code}}']),
    lines('Dead letters', 'By reason', 'ops', [`sum by (reason) (rate(dungeon_dead_letters_total{${here}}[$__rate_interval]))`, '{{reason}}']),
  ),
);
