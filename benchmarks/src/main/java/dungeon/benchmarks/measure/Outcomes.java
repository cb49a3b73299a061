package dungeon.benchmarks.measure;

import dungeon.schemas.Event;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What became of the actions of all games, counted in the events when nothing is measured any more. */
final class Outcomes {
    private static final Set<String> SUCCEEDED =
            Set.of("RobotMoved", "RobotAttacked", "MiningStarted", "ResourcesSold");
    private static final Set<String> NOT_SO = Set.of("ActionQueued", "ActionFailed", "CommandRejected");
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Long> counts = new TreeMap<>();

    private Outcomes() {}

    static Outcomes of(Map<String, Object> clientConfig) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        Outcomes outcomes = new Outcomes();
        EventHead head = new EventHead(Event.getClassSchema());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(record -> outcomes.counts.merge(head.type(record.value()), 1L, Long::sum));
            }
        }
        return outcomes;
    }

    /** How many of a hundred actions ran at once and succeeded; what was rejected counts as an action that did not. */
    double successPercent() {
        double succeeded = sum(SUCCEEDED);
        return 100 * succeeded / (succeeded + sum(NOT_SO));
    }

    private long sum(Set<String> types) {
        return types.stream().mapToLong(type -> counts.getOrDefault(type, 0L)).sum();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
