package dungeon.ingest.fake;

import dungeon.ingest.commands.KafkaClients;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Brokers in memory behind Kafka's own mock clients; each topic has one partition. */
public class FakeBrokers implements KafkaClients {
    /** What happens to records that are written. */
    public enum Writes {
        CONFIRMED,
        REFUSED,
        LOST
    }

    private final Map<String, List<ConsumerRecord<String, byte[]>>> logs = new HashMap<>();
    private final List<ProducerRecord<String, byte[]>> written = new ArrayList<>();
    private java.util.function.Consumer<ProducerRecord<String, byte[]>> reader = message -> {};
    private volatile boolean away;
    private volatile boolean withTopics = true;
    private volatile int neededPartitions = 1;
    private volatile Writes writes = Writes.CONFIRMED;
    private RuntimeException nextPollFailure;

    /** Gets every record that is written. */
    public void onWrite(java.util.function.Consumer<ProducerRecord<String, byte[]>> newReader) {
        reader = newReader;
    }

    @Override
    public String idOf(String topic) {
        return topic + " of these brokers";
    }

    @Override
    public Map<String, Integer> partitions() {
        return Topics.ALL.stream().collect(Collectors.toMap(Topic::name, topic -> neededPartitions));
    }

    /** How many partitions the application needs each topic to have; they have one. */
    public void setNeededPartitions(int neededPartitions) {
        this.neededPartitions = neededPartitions;
    }

    /** Whether no question is answered and nothing can be read. */
    public void setAway(boolean away) {
        this.away = away;
    }

    public void setWithTopics(boolean withTopics) {
        this.withTopics = withTopics;
    }

    public void setWrites(Writes writes) {
        this.writes = writes;
    }

    /** Lets the next poll fail. */
    public synchronized void failNextPoll(RuntimeException failure) {
        nextPollFailure = failure;
    }

    public synchronized boolean pollFailureHappened() {
        return nextPollFailure == null;
    }

    /** All records on the command topics so far. */
    public synchronized List<ProducerRecord<String, byte[]>> written() {
        return List.copyOf(written);
    }

    /** Appends to an event topic. */
    public synchronized void append(String topic, String key, byte[] value, long timestamp) {
        List<ConsumerRecord<String, byte[]>> log = logs.computeIfAbsent(topic, name -> new ArrayList<>());
        log.add(new ConsumerRecord<>(
                topic,
                0,
                log.size(),
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
        notifyAll();
    }

    @Override
    public Producer<String, byte[]> newProducer() {
        return new FakeProducer();
    }

    @Override
    public Consumer<String, byte[]> newConsumer() {
        return new FakeConsumer();
    }

    @Override
    public Consumer<String, byte[]> newReader() {
        return new FakeConsumer();
    }

    private synchronized List<ConsumerRecord<String, byte[]>> log(TopicPartition partition) {
        return List.copyOf(logs.getOrDefault(partition.topic(), List.of()));
    }

    private final class FakeProducer extends MockProducer<String, byte[]> {
        private static final long LOST_AFTER_MS = 100;

        FakeProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
            switch (writes) {
                case REFUSED -> {
                    TimeoutException failure = new TimeoutException("Topic not present in metadata after 5000 ms");
                    callback.onCompletion(null, failure);
                    return CompletableFuture.failedFuture(failure);
                }
                case LOST -> {
                    TimeoutException failure = new TimeoutException("Expiring 1 record(s): 20000 ms has passed");
                    // Later, and on another thread, as the real producer tells it.
                    return CompletableFuture.supplyAsync(
                            () -> {
                                callback.onCompletion(null, failure);
                                throw failure;
                            },
                            CompletableFuture.delayedExecutor(LOST_AFTER_MS, TimeUnit.MILLISECONDS));
                }
                default -> {
                    synchronized (FakeBrokers.this) {
                        written.add(message);
                    }
                    Future<RecordMetadata> confirmed = super.send(message, callback);
                    reader.accept(message);
                    return confirmed;
                }
            }
        }
    }

    private final class FakeConsumer extends MockConsumer<String, byte[]> {
        private static final long POLL_MS = 20;
        private final Map<TopicPartition, Integer> handedOver = new HashMap<>();

        FakeConsumer() {
            super("earliest");
        }

        @Override
        public synchronized Map<String, List<PartitionInfo>> listTopics(Duration timeout) {
            if (away) {
                throw new TimeoutException("Timed out waiting for a node assignment");
            }
            return withTopics
                    ? Topics.ALL.stream()
                            .map(Topic::name)
                            .collect(Collectors.toMap(
                                    Function.identity(), name -> List.of(new PartitionInfo(name, 0, null, null, null))))
                    : Map.of();
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(
                Collection<TopicPartition> partitions, Duration timeout) {
            return partitions.stream().collect(Collectors.toMap(Function.identity(), partition ->
                    (long) log(partition).size()));
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                Map<TopicPartition, Long> since, Duration timeout) {
            Map<TopicPartition, OffsetAndTimestamp> offsets = new HashMap<>();
            since.forEach((partition, time) -> log(partition).stream()
                    .filter(event -> event.timestamp() >= time)
                    .findFirst()
                    .ifPresent(event ->
                            offsets.put(partition, new OffsetAndTimestamp(event.offset(), event.timestamp()))));
            return offsets;
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            synchronized (FakeBrokers.this) {
                if (nextPollFailure != null) {
                    RuntimeException failure = nextPollFailure;
                    nextPollFailure = null;
                    throw failure;
                }
            }
            if (!away) {
                handOver();
            }
            ConsumerRecords<String, byte[]> records = super.poll(timeout);
            if (records.isEmpty()) {
                awaitRecords();
            }
            return records;
        }

        private void handOver() {
            for (TopicPartition partition : assignment()) {
                updateBeginningOffsets(Map.of(partition, 0L));
                List<ConsumerRecord<String, byte[]>> log = log(partition);
                // Whoever has gone to an earlier place gets the records from there again.
                int from = (int) Math.min(handedOver.getOrDefault(partition, 0), position(partition));
                for (int i = from; i < log.size(); i++) {
                    addRecord(log.get(i));
                }
                handedOver.put(partition, log.size());
            }
        }

        private void awaitRecords() {
            synchronized (FakeBrokers.this) {
                try {
                    FakeBrokers.this.wait(POLL_MS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
