package dungeon.queries.events;

import dungeon.queries.TestBytes;
import dungeon.schemas.Event;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** An event topic in memory: one partition, to which can be added while it is read. */
public final class FakeLog {
    private static final int BATCH = 10;

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final TopicPartition partition;
    private int consumers;
    private int readers;
    private int recordsRead;

    /** The events of games. */
    public FakeLog() {
        this(Topics.EVENTS.name());
    }

    public FakeLog(String topic) {
        partition = new TopicPartition(topic, 0);
    }

    /** Adds events of rooms. */
    public synchronized void addRooms(Collection<TicTacToeEvent> events) {
        events.forEach(event -> add(
                event.getRoomId().getBytes(StandardCharsets.UTF_8),
                TestBytes.of(event),
                event.getTime().toEpochMilli()));
    }

    public synchronized void add(Collection<Event> events) {
        events.forEach(event -> add(
                event.getGameId().getBytes(StandardCharsets.UTF_8),
                TestBytes.of(event),
                event.getTime().toEpochMilli()));
    }

    public synchronized void add(byte[] key, byte[] value, long timestampMs) {
        records.add(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                records.size(),
                timestampMs,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
        notifyAll();
    }

    /** How many consumers read now. */
    public synchronized int readers() {
        return readers;
    }

    /** How many consumers were ever made. */
    public synchronized int consumers() {
        return consumers;
    }

    public synchronized int size() {
        return records.size();
    }

    /** How many records were read by any consumer. */
    public synchronized int recordsRead() {
        return recordsRead;
    }

    public synchronized Consumer<byte[], byte[]> consumer() {
        consumers++;
        return new LogConsumer();
    }

    /** Guarded by the log that it reads, so that it can wait for what is added. */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private final class LogConsumer extends MockConsumer<byte[], byte[]> {
        private int position;
        private boolean woken;
        private boolean reading;

        LogConsumer() {
            super("earliest");
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            synchronized (FakeLog.this) {
                long deadline = System.nanoTime() + timeout.toNanos();
                while (position >= records.size() && !woken) {
                    long leftMs = (deadline - System.nanoTime()) / 1_000_000;
                    if (leftMs <= 0) {
                        return ConsumerRecords.empty();
                    }
                    try {
                        FakeLog.this.wait(leftMs);
                    } catch (InterruptedException e) {
                        throw new InterruptException(e);
                    }
                }
                if (woken) {
                    throw new WakeupException();
                }
                int end = Math.min(records.size(), position + BATCH);
                List<ConsumerRecord<byte[], byte[]>> batch = List.copyOf(records.subList(position, end));
                position = end;
                recordsRead += batch.size();
                return new ConsumerRecords<>(Map.of(partition, batch), Map.of());
            }
        }

        @Override
        public void wakeup() {
            synchronized (FakeLog.this) {
                woken = true;
                FakeLog.this.notifyAll();
            }
        }

        @Override
        public Map<String, List<PartitionInfo>> listTopics(Duration timeout) {
            return Map.of(partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
        }

        @Override
        public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions, Duration timeout) {
            return Map.of(partition, 0L);
        }

        @Override
        public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions, Duration timeout) {
            synchronized (FakeLog.this) {
                return Map.of(partition, (long) records.size());
            }
        }

        @Override
        public long position(TopicPartition any, Duration timeout) {
            synchronized (FakeLog.this) {
                return position;
            }
        }

        @Override
        public void seek(TopicPartition any, long offset) {
            synchronized (FakeLog.this) {
                position = (int) offset;
            }
        }

        @Override
        public void assign(Collection<TopicPartition> partitions) {
            synchronized (FakeLog.this) {
                boolean before = reading;
                reading = !partitions.isEmpty();
                readers += (reading ? 1 : 0) - (before ? 1 : 0);
            }
        }

        @Override
        public void close(CloseOptions options) {
            assign(List.of());
        }
    }
}
