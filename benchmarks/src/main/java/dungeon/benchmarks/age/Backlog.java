package dungeon.benchmarks.age;

import dungeon.benchmarks.measure.Throughput;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the topology has not decided yet, of games and of the lobby, by the offsets that it has committed. */
final class Backlog implements AutoCloseable {
    private static final long POLL_MS = 25;

    private final Admin admin;

    Backlog(Map<String, Object> clientConfig) {
        admin = Admin.create(clientConfig);
    }

    /**
     * Waits until no more than so many commands are to be decided.
     *
     * @throws IllegalStateException if that does not come to pass, and for so long nothing is decided
     */
    void awaitAtMost(long commands, Duration patience) throws InterruptedException {
        long least = Long.MAX_VALUE;
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        for (long left = count(); left > commands; left = count()) {
            if (left < least) {
                least = left;
                deadlineNanos = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > deadlineNanos) {
                throw new IllegalStateException(
                        "%d commands are to be decided, and for %s there were no fewer".formatted(left, patience));
            }
            Thread.sleep(POLL_MS);
        }
    }

    private long count() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (String topic : List.of(Topics.COMMANDS.name(), Topics.LOBBY_COMMANDS.name())) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(Throughput.TOPOLOGY)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return admin.listOffsets(asked).all().get().entrySet().stream()
                    .mapToLong(end -> {
                        OffsetAndMetadata offset = committed.get(end.getKey());
                        return end.getValue().offset() - (offset == null ? 0 : offset.offset());
                    })
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell how far the topology has come", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
