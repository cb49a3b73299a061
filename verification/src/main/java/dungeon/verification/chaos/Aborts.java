package dungeon.verification.chaos;

import dungeon.players.connection.Platform;
import dungeon.schemas.topics.Topics;
import dungeon.verification.checks.TopicReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Counts the events that were written and taken back: what a reader of everything sees and a reader of what is committed does not. */
final class Aborts implements AutoCloseable {
    private final TopicReader everything;
    private final TopicReader committed;
    /** Seen by the reader of everything, and not yet by the other. */
    private final Map<TopicPartition, Set<Long>> undecided = new HashMap<>();
    /** Seen by the reader of what is committed, which reads later, and not yet by the other. */
    private final Map<TopicPartition, Set<Long>> ahead = new HashMap<>();

    Aborts(Platform platform) {
        everything = new TopicReader(platform, Topics.EVENTS.name(), "read_uncommitted");
        committed = new TopicReader(platform, Topics.EVENTS.name(), "read_committed");
    }

    /** How many since the last call. */
    int count() {
        for (ConsumerRecord<byte[], byte[]> record : everything.toTheEnd()) {
            if (!offsets(ahead, record).remove(record.offset())) {
                offsets(undecided, record).add(record.offset());
            }
        }
        for (ConsumerRecord<byte[], byte[]> record : committed.toTheEnd()) {
            if (!offsets(undecided, record).remove(record.offset())) {
                offsets(ahead, record).add(record.offset());
            }
        }
        int aborted = 0;
        for (Map.Entry<TopicPartition, Long> position : committed.positions().entrySet()) {
            Set<Long> offsets = undecided.getOrDefault(position.getKey(), new HashSet<>());
            int before = offsets.size();
            offsets.removeIf(offset -> offset < position.getValue());
            aborted += before - offsets.size();
        }
        return aborted;
    }

    private static Set<Long> offsets(
            Map<TopicPartition, Set<Long>> byPartition, ConsumerRecord<byte[], byte[]> record) {
        return byPartition.computeIfAbsent(
                new TopicPartition(record.topic(), record.partition()), partition -> new HashSet<>());
    }

    @Override
    public void close() {
        everything.close();
        committed.close();
    }
}
