package dungeon.benchmarks.measure;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.load.CommandWriter;
import dungeon.benchmarks.load.Crowd;
import dungeon.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How many bytes a MoveRobot comes to on every topic: keys, values and headers, before compression and without the frame of a
 * batch. The commands come one at a time, each in a commit of its own, so that none saves another one's records.
 */
public final class WireBytes {
    private static final int COMMANDS = 300;
    private static final long PAUSE_MS = 50;
    private static final Duration OPENING_MAXIMUM = Duration.ofMinutes(2);
    private static final double TARGET_BYTES = 1_000;
    private static final String PART = "bytes";

    private final Path folder;

    /** @param folder for the data; new */
    public WireBytes(Path folder) {
        this.folder = folder;
    }

    public List<Figure> measure() throws InterruptedException {
        List<BenchPlayer> players = BenchPlayer.several(Crowd.playersFor(1, 100));
        Crowd crowd = new Crowd(1, 100, players);
        try (BenchHost host = new BenchHost(folder.resolve(PART), Optional.empty(), players);
                CommandWriter writer = new CommandWriter(host);
                GroupMeter meter = new GroupMeter(host.clientConfig(), Throughput.TOPOLOGY);
                KafkaConsumer<byte[], byte[]> consumer = consumer(host)) {
            crowd.open(writer);
            host.startTopology(1);
            meter.await(meter.ends(), OPENING_MAXIMUM);
            Set<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> !info.topic().startsWith("__"))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            for (int i = 0; i < COMMANDS; i++) {
                writer.send(crowd.move());
                writer.flush();
                Thread.sleep(PAUSE_MS);
            }
            meter.await(meter.ends(), OPENING_MAXIMUM);
            return figures(bytesByTopic(consumer, partitions));
        }
    }

    private static List<Figure> figures(Map<String, Long> bytesByTopic) {
        List<Figure> figures = new ArrayList<>();
        double written = 0;
        for (Map.Entry<String, Long> topic : bytesByTopic.entrySet()) {
            double each = (double) topic.getValue() / COMMANDS;
            figures.add(Figure.of(PART, "a MoveRobot on " + topic.getKey(), "bytes", each));
            if (!topic.getKey().equals(Topics.COMMANDS.name())) {
                written += each;
            }
        }
        figures.add(Figure.of(PART, "a MoveRobot on events and changelogs together", "bytes", written)
                .atMost(TARGET_BYTES));
        return figures;
    }

    private static Map<String, Long> bytesByTopic(
            KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, Long> bytes = new TreeMap<>();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                bytes.merge(record.topic(), sizeOf(record), Long::sum);
            }
        }
        return bytes;
    }

    private static long sizeOf(ConsumerRecord<byte[], byte[]> record) {
        long size = (long) Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (var header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(BenchHost host) {
        Map<String, Object> config = new HashMap<>(host.clientConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
