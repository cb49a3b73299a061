import { dashboard, lines, row } from './panels.mjs';

const here = 'application=~"dungeon-.*",instance=~"$instance"';
const LEGEND = '{{application}} {{instance}}';

export const jvm = dashboard(
  { uid: 'dungeon-jvm', title: 'Dungeon: JVM', description: 'Memory, collector, threads and processor of each service.', application: 'dungeon-.*' },
  row(
    'Memory',
    lines('Heap', 'Used', 'bytes', [`sum by (application, instance) (jvm_memory_used_bytes{${here},area="heap"})`, LEGEND]),
    lines('Heap', 'Of what it may be', 'percentunit', [
      `sum by (application, instance) (jvm_memory_used_bytes{${here},area="heap"}) / sum by (application, instance) (jvm_memory_max_bytes{${here},area="heap"} > 0)`,
      LEGEND,
    ]),
    lines('Beside the heap', 'Classes, compiled code, buffers', 'bytes',
      [`sum by (application, instance) (jvm_memory_used_bytes{${here},area="nonheap"})`, `${LEGEND} classes and code`],
      [`sum by (application, instance) (jvm_buffer_memory_used_bytes{${here}})`, `${LEGEND} buffers`],
    ),
    lines('Collector', 'Share of the time', 'percentunit', [`sum by (application, instance) (rate(jvm_gc_pause_seconds_sum{${here}}[$__rate_interval]))`, LEGEND]),
    lines('Longest pause', 'In the last minutes', 's', [`max by (application, instance) (jvm_gc_pause_seconds_max{${here}})`, LEGEND]),
    lines('Made', 'Bytes a second', 'Bps', [`sum by (application, instance) (rate(jvm_gc_memory_allocated_bytes_total{${here}}[$__rate_interval]))`, LEGEND]),
  ),
  row(
    'Process',
    lines('Processor', 'Of all cores', 'percentunit', [`process_cpu_usage{${here}}`, LEGEND]),
    lines('Threads', 'By service', 'short', [`jvm_threads_live_threads{${here}}`, LEGEND]),
    lines('Open files', 'Sockets among them', 'short', [`process_files_open_files{${here}}`, LEGEND]),
    lines('Up for', 'Since it was started', 's', [`process_uptime_seconds{${here}}`, LEGEND]),
  ),
);
