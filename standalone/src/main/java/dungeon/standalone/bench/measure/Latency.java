package dungeon.standalone.bench.measure;

import dungeon.schemas.topics.Topics;
import dungeon.standalone.bench.Figure;
import dungeon.standalone.bench.host.BenchHost;
import dungeon.standalone.bench.load.BenchPlayer;
import dungeon.standalone.bench.load.CommandWriter;
import dungeon.standalone.bench.load.Crowd;
import dungeon.standalone.bench.load.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * From the moment at which a command should have been sent until a reader has a committed event of it. Commands are sent at a
 * steady rate whatever comes back, and one that is sent late counts from when it was due: who waits for answers before sending
 * more leaves out exactly what is slow.
 */
public final class Latency {
    private static final int GAMES = 64;
    private static final int ROBOTS = 1_000;
    private static final int THREADS = 1;
    private static final Duration OPENING_MAXIMUM = Duration.ofMinutes(2);
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final Duration ANSWERS_MAXIMUM = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long LONGEST_US = 120_000_000L;
    private static final String PART = "latency";

    private final Path folder;
    private final Optional<Path> recordings;
    private final int rounds;

    /**
     * @param folder for the data; new
     * @param recordings for flight recordings of the processes; none are made if it is empty
     * @param rounds how often each rate is measured
     */
    public Latency(Path folder, Optional<Path> recordings, int rounds) {
        this.folder = folder;
        this.recordings = recordings;
        this.rounds = rounds;
    }

    /**
     * Measures some rates.
     *
     * @param commandsPerSecond the rates and the limits of their p99 in ms; 0 for none
     */
    public List<Figure> of(Map<Integer, Integer> commandsPerSecond, Consumer<String> progress)
            throws InterruptedException {
        List<BenchPlayer> players = BenchPlayer.several(Crowd.playersFor(GAMES, ROBOTS));
        Crowd crowd = new Crowd(GAMES, ROBOTS, players);
        Map<String, List<Double>> values = new LinkedHashMap<>();
        try (BenchHost host = new BenchHost(folder.resolve(PART), recordings, players);
                CommandWriter writer = new CommandWriter(host);
                GroupMeter meter = new GroupMeter(host.clientConfig(), Throughput.TOPOLOGY);
                Answers answers = new Answers(host)) {
            crowd.open(writer);
            host.startTopology(THREADS);
            meter.await(meter.ends(), OPENING_MAXIMUM);
            answers.start();
            for (int round = 1; round <= rounds; round++) {
                for (int rate : commandsPerSecond.keySet()) {
                    // The first round compiles the code; later ones find it warm.
                    send(crowd, writer, answers, rate, round == 1 ? WARM_UP : WARM_UP.dividedBy(6), false);
                    ConcurrentHistogram histogram = send(crowd, writer, answers, rate, MEASURED, true);
                    for (double percentile : List.of(50.0, 99.0, 99.9)) {
                        values.computeIfAbsent(name(rate, percentile), name -> new ArrayList<>())
                                .add(histogram.getValueAtPercentile(percentile) / 1e3);
                    }
                    progress.accept("%,d commands/s, round %d: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms"
                            .formatted(
                                    rate,
                                    round,
                                    histogram.getValueAtPercentile(50) / 1e3,
                                    histogram.getValueAtPercentile(99) / 1e3,
                                    histogram.getValueAtPercentile(99.9) / 1e3));
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        values.forEach((name, measured) -> figures.add(Figure.of(PART, name, "ms", measured)));
        commandsPerSecond.forEach((rate, limit) -> figures.replaceAll(
                figure -> limit > 0 && figure.name().equals(name(rate, 99)) ? figure.atMost(limit) : figure));
        return figures;
    }

    private static String name(int rate, double percentile) {
        return "from send to committed event at %,d commands/s, p%s"
                .formatted(rate, percentile == 99.9 ? "99.9" : String.valueOf((int) percentile));
    }

    private static ConcurrentHistogram send(
            Crowd crowd, CommandWriter writer, Answers answers, int rate, Duration time, boolean counts)
            throws InterruptedException {
        ConcurrentHistogram histogram = new ConcurrentHistogram(LONGEST_US, 3);
        answers.recordInto(histogram);
        int commands = Math.toIntExact(rate * time.toMillis() / 1_000);
        // Decided ahead: the rules that the load generator asks would take time from the system that is measured.
        List<Sent> ahead = new ArrayList<>(commands);
        for (int i = 0; i < commands; i++) {
            ahead.add(crowd.next());
        }
        long startNanos = System.nanoTime();
        for (int i = 0; i < commands; i++) {
            Sent next = ahead.get(i);
            long dueNanos = startNanos + i * 1_000_000_000L / rate;
            for (long now = System.nanoTime(); now < dueNanos; now = System.nanoTime()) {
                LockSupport.parkNanos(dueNanos - now);
            }
            answers.expect(next.command().getCommandId(), dueNanos);
            writer.send(next);
        }
        writer.flush();
        answers.await(ANSWERS_MAXIMUM);
        if (counts && histogram.getTotalCount() != commands) {
            throw new IllegalStateException(
                    "%d of %d commands were answered".formatted(histogram.getTotalCount(), commands));
        }
        return histogram;
    }

    /** A reader of committed events that knows when each command should have been sent. */
    private static final class Answers implements AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<String, Long> dueNanosById = new ConcurrentHashMap<>();
        private final Thread thread = new Thread(this::read, "bench-answers");
        private volatile ConcurrentHistogram histogram = new ConcurrentHistogram(LONGEST_US, 3);
        private volatile boolean closed;

        Answers(BenchHost host) {
            Map<String, Object> config = new HashMap<>(host.clientConfig());
            config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
            consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            thread.setDaemon(true);
        }

        void start() {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            thread.start();
        }

        void recordInto(ConcurrentHistogram next) {
            histogram = next;
        }

        void expect(String commandId, long dueNanos) {
            dueNanosById.put(commandId, dueNanos);
        }

        void await(Duration atMost) throws InterruptedException {
            long deadlineNanos = System.nanoTime() + atMost.toNanos();
            while (!dueNanosById.isEmpty()) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new IllegalStateException(
                            "%d commands are not answered within %s".formatted(dueNanosById.size(), atMost));
                }
                Thread.sleep(POLL.toMillis());
            }
        }

        private void read() {
            EventHead head = new EventHead();
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    long now = System.nanoTime();
                    String commandId = head.commandId(record.value());
                    Long dueNanos = commandId == null ? null : dueNanosById.remove(commandId);
                    if (dueNanos != null) {
                        histogram.recordValue(Math.min(LONGEST_US, (now - dueNanos) / 1_000));
                    }
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            try {
                thread.join(ANSWERS_MAXIMUM.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            consumer.close();
        }
    }
}
