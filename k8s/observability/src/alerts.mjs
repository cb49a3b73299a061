// What somebody has to do something about, beside the levels of service in slos.mjs. critical wakes somebody, warning waits for the day.

/** An alert for a service of which no instance says that it is well; a target that has vanished says nothing, and counts. */
const nobody = (metric, application) => `absent(${metric}{application="${application}"} == 1)`;

/** The same for a service that works for several games, each of which it has to work for. */
const nobodyForAGame = (metric, application, games) =>
  games.map((game) => `absent(${metric}{application="${application}",context="${game}"} == 1)`).join(' or ');

export const alerts = [
  {
    alert: 'DungeonNobodyDecides',
    expr: nobody('dungeon_streams_running', 'dungeon-topology'),
    // Starting anew, with the stores read back, takes less.
    for: '2m',
    severity: 'critical',
    labels: { application: 'dungeon-topology' },
    summary: 'No instance of the topology is running, so no command is decided',
    description: 'Games stand still. Commands are kept, and are decided when an instance runs again.',
  },
  {
    alert: 'DungeonInstanceGaveUp',
    expr: 'dungeon_streams_failed == 1',
    for: '1m',
    severity: 'critical',
    summary: '{{ $labels.application }} on {{ $labels.instance }} has given up and was not started anew',
    description: 'It has met what it will not go on with, such as a decision that fails. Its log says what.',
  },
  {
    alert: 'DungeonCommandsRefused',
    expr: nobody('dungeon_ingest_ready', 'dungeon-ingest'),
    for: '2m',
    severity: 'critical',
    labels: { application: 'dungeon-ingest' },
    summary: 'No instance of command-ingest takes commands',
    description: 'Players over HTTP get 503, or nothing at all. Whoever plays over Kafka is not concerned.',
  },
  {
    alert: 'DungeonNobodyAnswers',
    expr: nobodyForAGame('dungeon_streams_running', 'dungeon-queries', ['robots', 'tictactoe']),
    for: '2m',
    severity: 'critical',
    labels: { application: 'dungeon-queries' },
    summary: 'No instance of the queries is running, or none for one of the games',
    description: 'Queries about all games, or about one of them, get 503, or nothing at all. Games go on.',
  },
  {
    alert: 'DungeonEventsMissing',
    expr: 'increase(dungeon_queries_sequence_missing_total[15m]) > 0',
    severity: 'critical',
    summary: 'A game has a gap in its events',
    description:
      'That no event is missing is what the platform promises; {{ $value | printf "%.0f" }} are. The log of {{ $labels.instance }} names the game and the place.',
  },
  {
    alert: 'DungeonEventsSkipped',
    expr: 'sum by (cause) (increase(dungeon_queries_events_skipped_total[15m])) > 0',
    severity: 'warning',
    summary: 'The views leave out events: {{ $labels.cause }}',
    description: 'Pages and queries show a game otherwise than its log has it. The log of the queries names the first of each cause.',
  },
  {
    alert: 'DungeonOutcomesUnknown',
    expr: [
      'sum(rate(dungeon_ingest_outcome_unknown_total[5m]))',
      '  / (sum(rate(dungeon_ingest_outcome_unknown_total[5m])) + sum(rate(dungeon_ingest_outcome_seconds_count[5m]))) > 0.05',
    ].join('\n'),
    for: '3m',
    severity: 'critical',
    summary: 'Commands are written, and nothing comes of them in time',
    description: '{{ $value | humanizePercentage }} of those who wait for an outcome wait in vain, although the brokers take commands.',
  },
  {
    alert: 'DungeonCommandsWait',
    // What is restored, or followed by a standby, are no commands.
    expr: 'max by (instance) (kafka_consumer_fetch_manager_records_lag_max{application="dungeon-topology",client_id!~".*restore.*"}) > 5000',
    for: '5m',
    severity: 'warning',
    summary: 'Commands come faster than they are decided',
    description: 'On {{ $labels.instance }}, {{ $value | printf "%.0f" }} commands of one partition wait.',
  },
  {
    alert: 'DungeonTimersLate',
    expr: [
      'histogram_quantile(0.99, sum by (le) (rate(dungeon_timer_late_seconds_bucket{context="robots"}[5m]))) > 1',
      'and sum(rate(dungeon_timer_late_seconds_count{context="robots"}[5m])) > 0.1',
    ].join('\n'),
    for: '5m',
    severity: 'warning',
    summary: 'Queued actions, mining and ends of games come late',
    description: 'One in a hundred comes {{ $value | humanizeDuration }} after it was due.',
  },
  {
    alert: 'DungeonSchemasUnavailable',
    // A registry that once took too long for an answer loses a command or two, and is not away.
    expr: 'sum(rate(dungeon_dead_letters_total{reason="SCHEMA_UNAVAILABLE"}[5m])) > 0.1',
    for: '5m',
    severity: 'warning',
    summary: 'Commands are lost because the schema registry does not answer',
    description: 'Commands with the schema of this build are decided all the same; others are dead letters, {{ $value | printf "%.1f" }} a second.',
  },
  {
    alert: 'DungeonRevocationsDropped',
    expr: 'max(dungeon_ingest_revocations_dropped) > 0',
    severity: 'warning',
    summary: 'Tokens that were taken back hold again, for lack of room',
    description: 'Somebody revokes more tokens than can be remembered; {{ $value | printf "%.0f" }} were given up.',
  },
  {
    alert: 'DungeonHistoryAway',
    expr: [
      'sum(rate(http_server_requests_seconds_count{application="dungeon-history",outcome="SERVER_ERROR",uri=~"/history/.*"}[5m])) > 0',
      'or max(hikaricp_connections_timeout_total{application="dungeon-history"}) - max(hikaricp_connections_timeout_total{application="dungeon-history"} offset 5m) > 0',
    ].join('\n'),
    for: '5m',
    severity: 'warning',
    summary: 'The history does not answer',
    description: 'Ended games, results and rankings cannot be looked up. Games that are under way are not concerned.',
  },
  {
    alert: 'DungeonTargetDown',
    expr: 'up{job=~"dungeon-.*"} == 0',
    for: '5m',
    severity: 'warning',
    summary: '{{ $labels.job }} on {{ $labels.instance }} has no metrics',
    description: 'It is gone, hangs, or cannot be reached; what other alerts say of it is old.',
  },
  {
    alert: 'DungeonRestartsOften',
    expr: 'changes(process_start_time_seconds{application=~"dungeon-.*"}[30m]) > 2',
    severity: 'warning',
    summary: '{{ $labels.application }} on {{ $labels.instance }} is started again and again',
    description: '{{ $value | printf "%.0f" }} times in half an hour. Exit codes and the last lines of its log say why.',
  },
  {
    alert: 'DungeonMemoryShort',
    expr: 'max by (application, instance) (rate(jvm_gc_pause_seconds_sum{application=~"dungeon-.*"}[5m])) > 0.1',
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.application }} on {{ $labels.instance }} spends {{ $value | humanizePercentage }} of its time collecting garbage',
    description: 'Its heap is nearly full; latency suffers first, then the process ends.',
  },
];
