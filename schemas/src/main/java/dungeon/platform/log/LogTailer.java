package dungeon.platform.log;

import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.topics.TopicSetup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of some topics, without a group, on a thread of its own. It waits for what is away, and goes on where it stopped.
 *
 * @param <K> the type of the records' keys
 */
public final class LogTailer<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogTailer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long CLOSE_TIMEOUT_MS = 10_000;

    /**
     * What is read, and how patiently.
     *
     * @param name of the thread
     * @param brokers for people, if they do not answer
     * @param topics that are read
     * @param needed topics that must be there as well
     * @param partitions how many some of these topics must have; of the others any number will do
     * @param brokerTimeout how long one question to the brokers may take
     * @param idleCheck after how long without a record it is asked whether the brokers are still there
     * @param retryPause before what failed is tried again
     */
    public record Config(
            String name,
            String brokers,
            Set<String> topics,
            Set<String> needed,
            Map<String, Integer> partitions,
            Duration brokerTimeout,
            Duration idleCheck,
            Duration retryPause) {}

    private final Config config;
    private final Supplier<Consumer<K, byte[]>> consumers;
    private final LogReader<K> reader;
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private ProblemCode obstacle;
    private volatile Consumer<K, byte[]> consumer;

    /**
     * Prepares to read.
     *
     * @param consumers makes a consumer without a group that reads what is committed
     */
    public LogTailer(Config config, Supplier<Consumer<K, byte[]>> consumers, LogReader<K> reader) {
        this.config = config;
        this.consumers = consumers;
        this.reader = reader;
        thread = new Thread(this::run, config.name());
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<K, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} did not stop within {} ms", config.name(), CLOSE_TIMEOUT_MS);
        }
    }

    private void run() {
        while (!isClosing()) {
            try {
                consumer = consumers.get();
                // Who closed meanwhile has woken no consumer.
                if (!isClosing()) {
                    follow();
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("{} was told to stop", config.name());
            } catch (RuntimeException | Error e) {
                // Also an error may not end the thread, or the service would look well while nothing is read.
                LOG.error("{} failed and begins anew where it stopped", config.name(), e);
                String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
                reader.isObstructed(
                        ProblemCode.BROKER_UNAVAILABLE, "The log cannot be read: " + e.getMessage() + cause);
                pause();
            } finally {
                closeConsumer();
            }
        }
    }

    private void closeConsumer() {
        Consumer<K, byte[]> current = consumer;
        consumer = null;
        if (current != null) {
            current.close(CloseOptions.timeout(config.brokerTimeout()));
        }
    }

    private void follow() {
        List<TopicPartition> partitions = awaitTopics();
        awaitDone(reader::prepare);
        consumer.assign(partitions);
        // Asked for before it is looked where to begin, so that what comes in between is not passed over.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, config.brokerTimeout());
        seek(ends);
        reader.isReading();
        reader.hasPassed(Map.copyOf(nextOffsets));
        boolean upToDate = false;
        long lastContactNanos = System.nanoTime();
        while (!isClosing()) {
            ConsumerRecords<K, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<K, byte[]> next : records) {
                awaitDone(() -> reader.take(next));
                nextOffsets.put(new TopicPartition(next.topic(), next.partition()), next.offset() + 1);
            }
            if (!records.nextOffsets().isEmpty()) {
                records.nextOffsets().forEach((partition, passed) -> nextOffsets.put(partition, passed.offset()));
                reader.hasPassed(Map.copyOf(nextOffsets));
            }
            if (!upToDate && ends.entrySet().stream().allMatch(this::isReached)) {
                upToDate = true;
                LOG.info("{} has read {} partitions up to now", config.name(), partitions.size());
            }
            if (!records.isEmpty()) {
                lastContactNanos = System.nanoTime();
            } else if (System.nanoTime() - lastContactNanos > config.idleCheck().toNanos()) {
                // A consumer does not tell silence from brokers that are away.
                awaitTopics();
                lastContactNanos = System.nanoTime();
            }
            // What stood in the way meanwhile is over, or this line would not be reached.
            obstacle = null;
            if (upToDate) {
                reader.isUpToDate();
            }
        }
    }

    private void seek(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> fresh = new HashMap<>(ends);
        fresh.keySet().removeAll(nextOffsets.keySet());
        nextOffsets.putAll(reader.begin(consumer, fresh));
        ends.keySet().forEach(partition -> consumer.seek(partition, nextOffsets.get(partition)));
    }

    private boolean isReached(Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey(), config.brokerTimeout()) >= end.getValue();
    }

    /** All partitions to read, as soon as the brokers answer and have the topics. */
    private List<TopicPartition> awaitTopics() {
        while (true) {
            try {
                Map<String, List<PartitionInfo>> topics = consumer.listTopics(config.brokerTimeout());
                Set<String> missing = config.needed().stream()
                        .filter(Predicate.not(topics::containsKey))
                        .collect(Collectors.toCollection(TreeSet::new));
                config.topics().stream()
                        .filter(Predicate.not(topics::containsKey))
                        .forEach(missing::add);
                List<String> wrong = wrongCounts(topics);
                if (missing.isEmpty() && wrong.isEmpty()) {
                    return config.topics().stream()
                            .flatMap(topic -> topics.get(topic).stream())
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList();
                }
                obstructed(
                        ProblemCode.TOPICS_MISSING,
                        missing.isEmpty()
                                ? String.join("; ", wrong)
                                : "The topics %s do not exist yet".formatted(missing));
            } catch (TimeoutException e) {
                LOG.debug("The brokers did not list their topics in time", e);
                obstructed(
                        ProblemCode.BROKER_UNAVAILABLE,
                        "The Kafka brokers at %s do not answer".formatted(config.brokers()));
            }
        }
    }

    private List<String> wrongCounts(Map<String, List<PartitionInfo>> topics) {
        return config.partitions().entrySet().stream()
                .filter(expected -> topics.containsKey(expected.getKey()))
                .filter(expected -> topics.get(expected.getKey()).size() != expected.getValue())
                .map(expected -> TopicSetup.countFault(
                        expected.getKey(), topics.get(expected.getKey()).size(), expected.getValue()))
                .sorted()
                .toList();
    }

    /** Does what may need the registry, until that answers: what it cannot tell now is not given up. */
    private void awaitDone(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (RetriableException | SerializationException e) {
                obstructed(ProblemCode.REGISTRY_UNAVAILABLE, e.getMessage());
            }
        }
    }

    private void obstructed(ProblemCode code, String detail) {
        reader.isObstructed(code, detail);
        if (code != obstacle) {
            obstacle = code;
            LOG.warn("{} waits: {}", config.name(), detail);
        }
        pause();
        if (isClosing()) {
            throw new WakeupException();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            if (closing.await(config.retryPause().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("{} does not try again, because it is to stop", config.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
