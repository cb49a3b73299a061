package dungeon.benchmarks.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A reader of what is committed on a topic, who knows when each command should have been sent. */
public final class Answers implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration END_MAXIMUM = Duration.ofSeconds(60);
    private static final long LONGEST_US = 120_000_000L;
    private static final int DIGITS = 3;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Function<byte[], String> commandIds;
    private final Map<String, Long> dueNanosById = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::read, "bench-answers");
    private volatile ConcurrentHistogram delaysUs = new ConcurrentHistogram(LONGEST_US, DIGITS);
    private volatile boolean closed;

    /**
     * Begins to read where the topic ends now.
     *
     * @param topic where the answers are
     * @param commandIds finds in a record's value the id of the command that it answers; null if it answers none
     */
    public static Answers on(Map<String, Object> clientConfig, String topic, Function<byte[], String> commandIds) {
        Answers answers = new Answers(clientConfig, topic, commandIds);
        answers.thread.start();
        return answers;
    }

    private Answers(Map<String, Object> clientConfig, String topic, Function<byte[], String> commandIds) {
        this.commandIds = commandIds;
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.setDaemon(true);
    }

    /** Where the delays go from now on, in µs. */
    public ConcurrentHistogram recordAnew() {
        ConcurrentHistogram next = new ConcurrentHistogram(LONGEST_US, DIGITS);
        delaysUs = next;
        return next;
    }

    public void expect(String commandId, long dueNanos) {
        dueNanosById.put(commandId, dueNanos);
    }

    /**
     * Waits until all that is expected is there.
     *
     * @throws IllegalStateException if it does not come in time
     */
    public void await(Duration atMost) throws InterruptedException {
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
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                long now = System.nanoTime();
                String commandId = commandIds.apply(record.value());
                Long dueNanos = commandId == null ? null : dueNanosById.remove(commandId);
                if (dueNanos != null) {
                    delaysUs.recordValue(Math.min(LONGEST_US, (now - dueNanos) / 1_000));
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(END_MAXIMUM.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
