package dungeon.queries.events;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads events of games where they are in the log, a page at a time. A few readers take turns among all who want pages, so that
 * whoever reads a long past holds up nobody for longer than a page.
 */
public final class PastEvents implements AutoCloseable {
    /** Short, since behind the last event there can be the mark of a transaction, which gives no record to return with. */
    private static final Duration POLL = Duration.ofMillis(10);

    /** Of an event; only where a search begins depends on it. */
    private static final int TYPICAL_RECORD_BYTES = 300;

    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

    /**
     * What is wanted.
     *
     * @param partition where the game is
     * @param key its id in UTF-8
     * @param next the number of the first event
     * @param offset where to begin
     * @param until where to stop, at the latest
     * @param lastWanted the number of the last event
     */
    // Nobody compares them.
    @SuppressWarnings("ArrayRecordComponent")
    record Request(int partition, byte[] key, long next, long offset, long until, long lastWanted) {}

    /**
     * A part of what was wanted.
     *
     * @param events encoded
     * @param offset where to go on
     */
    record Page(List<FeedEvent> events, long offset) {}

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final EventDecoder<?> decoder;
    private final FeedLimits limits;
    private final ExecutorService readers;
    private final PageCache pages = new PageCache();
    private final Deque<Consumer<byte[], byte[]>> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Prepares to read.
     *
     * @param consumers makes a consumer without a group that reads what is committed
     */
    PastEvents(Supplier<Consumer<byte[], byte[]>> consumers, EventDecoder<?> decoder, FeedLimits limits) {
        this.consumers = consumers;
        this.decoder = decoder;
        this.limits = limits;
        this.readers = Executors.newFixedThreadPool(limits.pastReaders(), task -> {
            Thread thread = new Thread(task, "past-events");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The next page; fails with a {@link org.apache.kafka.common.KafkaException} if the broker does not answer. */
    CompletableFuture<Page> read(Request request) {
        return pages.find(request)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> withConsumer(consumer -> page(consumer, request)));
    }

    /** The end of a partition, as far as it is committed. */
    CompletableFuture<Long> end(int partition) {
        TopicPartition end = partition(partition);
        return withConsumer(consumer ->
                consumer.endOffsets(List.of(end), limits.brokerTimeout()).get(end));
    }

    /**
     * Where a game's events can be read from a number on, by looking for it in the last part of its partition.
     *
     * @return empty if the whole partition has no event of the game
     * @throws TimeoutException in the future, if it may be further back, or the broker does not answer
     */
    CompletableFuture<OptionalLong> search(int partition, byte[] key, long next) {
        return withConsumer(consumer -> search(consumer, partition(partition), key, next));
    }

    @Override
    public void close() {
        readers.shutdownNow();
        synchronized (this) {
            closed = true;
            idle.forEach(consumer -> consumer.close(AT_ONCE));
            idle.clear();
        }
    }

    private Page page(Consumer<byte[], byte[]> consumer, Request request) {
        TopicPartition partition = partition(request.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, request.offset());
        List<FeedEvent> events = new ArrayList<>();
        long startNanos = System.nanoTime();
        long next = request.next();
        long bytes = 0;
        long scanned = 0;
        long offset = request.offset();
        while (offset < request.until() && scanned < limits.pageScanBytes()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() >= request.until()) {
                    return new Page(events, request.until());
                }
                offset = record.offset() + 1;
                scanned += record.serializedValueSize();
                if (Arrays.equals(request.key(), record.key())) {
                    FeedEvent event = decoder.read(record).orElse(null);
                    if (event != null && event.sequence() >= next) {
                        bytes += event.encode(decoder).bytes();
                        events.add(event);
                        next = event.sequence() + 1;
                    }
                    if (bytes >= limits.batchBytes()) {
                        Page full = new Page(events, offset);
                        pages.keep(request, full);
                        return full;
                    }
                    if (next > request.lastWanted()) {
                        return new Page(events, offset);
                    }
                }
            }
            // Marks of transactions are passed over without a record.
            offset = Math.max(offset, consumer.position(partition, limits.brokerTimeout()));
            Duration spent = Duration.ofNanos(System.nanoTime() - startNanos);
            if (offset > request.offset() && spent.compareTo(limits.pageTime()) > 0) {
                break;
            }
            if (spent.compareTo(limits.brokerTimeout()) > 0) {
                throw new TimeoutException("Nothing of %s could be read at %d within %s"
                        .formatted(partition, offset, limits.brokerTimeout()));
            }
        }
        return new Page(events, Math.min(offset, request.until()));
    }

    private OptionalLong search(Consumer<byte[], byte[]> consumer, TopicPartition partition, byte[] key, long next) {
        long first = consumer.beginningOffsets(List.of(partition), limits.brokerTimeout())
                .get(partition);
        long end =
                consumer.endOffsets(List.of(partition), limits.brokerTimeout()).get(partition);
        long offset = Math.max(first, end - limits.searchBytes() / TYPICAL_RECORD_BYTES);
        boolean all = offset == first;
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        long deadlineNanos = System.nanoTime() + limits.brokerTimeout().toNanos();
        long scanned = 0;
        while (offset < end && scanned < limits.searchBytes() && System.nanoTime() < deadlineNanos) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                scanned += record.serializedValueSize();
                FeedEvent event =
                        Arrays.equals(key, record.key()) ? decoder.read(record).orElse(null) : null;
                // Where the log itself begins later, there is no more to be had.
                if (event != null && (all || event.sequence() <= next)) {
                    return OptionalLong.of(record.offset());
                }
                if (event != null) {
                    throw furtherBack(partition);
                }
            }
            offset = consumer.position(partition, limits.brokerTimeout());
        }
        if (all && offset >= end) {
            return OptionalLong.empty();
        }
        throw furtherBack(partition);
    }

    private static TimeoutException furtherBack(TopicPartition partition) {
        return new TimeoutException("The game may be further back in %s than is searched".formatted(partition));
    }

    private <T> CompletableFuture<T> withConsumer(Function<Consumer<byte[], byte[]>, T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Consumer<byte[], byte[]> consumer = borrow();
                    boolean sound = false;
                    try {
                        T result = work.apply(consumer);
                        consumer.assign(List.of());
                        sound = true;
                        return result;
                    } finally {
                        giveBack(consumer, sound);
                    }
                },
                readers);
    }

    private Consumer<byte[], byte[]> borrow() {
        synchronized (this) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return consumers.get();
    }

    private void giveBack(Consumer<byte[], byte[]> consumer, boolean sound) {
        synchronized (this) {
            if (sound && !closed) {
                idle.push(consumer);
                return;
            }
        }
        consumer.close(AT_ONCE);
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(decoder.topic(), number);
    }
}
