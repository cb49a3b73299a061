package dungeon.queries.events;

import dungeon.platform.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody who follows an aggregate of a context on this instance, such as a game.
 *
 * @param <E> the type of the events
 */
public final class Feeds<E extends SpecificRecord> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    private static final long LOOK_MS_MAXIMUM = 1_000;
    private static final long END_TIMEOUT_MS = 2_000;

    private final FeedLimits limits;
    private final Rings rings;
    private final EventHub<E> hub;
    private final PastEvents past;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final ExecutorService writers;
    private final Follower.Means means;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "feed-looks"));

    private ScheduledFuture<?> looking;
    private ScheduledFuture<?> batching;

    /**
     * Prepares to read.
     *
     * @param brokers for people
     * @param consumers makes a consumer of bytes that reads what is committed
     * @param source whose events they are
     */
    public Feeds(
            String brokers,
            Function<Reading, Consumer<byte[], byte[]>> consumers,
            EventSource<E> source,
            FeedLimits limits,
            MeterRegistry metrics,
            Tracing tracing) {
        this.limits = limits;
        EventDecoder<E> decoder = new EventDecoder<>(source);
        FeedTraces traces = new FeedTraces(tracing);
        rings = new Rings(limits, decoder);
        hub = new EventHub<>(source.context(), brokers, () -> consumers.apply(Reading.NEW), decoder, rings, traces);
        past = new PastEvents(() -> consumers.apply(Reading.PAST), decoder, limits);
        writers = new ThreadPoolExecutor(
                limits.writers(),
                limits.writers(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> daemon(task, "feed-writer"),
                // Whoever is signalled after the end of all has nothing to do any more.
                new ThreadPoolExecutor.DiscardPolicy());
        means = new Follower.Means(
                past, writers, limits, new FeedMeters(metrics, source.context(), followers, rings), traces);
    }

    /** The feeds of a broker's log. */
    public static <E extends SpecificRecord> Feeds<E> of(
            Map<String, Object> clientSettings,
            EventSource<E> source,
            FeedLimits limits,
            MeterRegistry metrics,
            Tracing tracing) {
        return new Feeds<>(
                String.valueOf(clientSettings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)),
                reading -> new KafkaConsumer<>(
                        settings(clientSettings, reading), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                source,
                limits,
                metrics,
                tracing);
    }

    /** Has somebody told of all events that come, from the start on. */
    public void tap(EventTap<E> tap) {
        hub.tap(tap);
    }

    /** Begins to read what comes. */
    public void start() {
        hub.start();
        long lookMs = Math.min(LOOK_MS_MAXIMUM, Math.max(1, limits.heartbeat().toMillis() / 2));
        long batchMs = limits.batch().toMillis();
        batching = looks.scheduleWithFixedDelay(
                () -> carefully(rings::endBatches), batchMs, batchMs, TimeUnit.MILLISECONDS);
        looking = looks.scheduleWithFixedDelay(() -> carefully(this::look), lookMs, lookMs, TimeUnit.MILLISECONDS);
    }

    /** Whether the log is read, so that games can be followed. */
    public boolean isReading() {
        return hub.partitions() > 0;
    }

    /** A game, if all its events from a number on are at hand. */
    public Optional<FoundGame> atHand(String gameId, long from) {
        return rings.of(gameId).flatMap(ring -> ring.find(from));
    }

    /**
     * Looks for a game of which the views tell nothing, within a bounded time.
     *
     * @return empty if there is no such game, and failed if that cannot be told now
     */
    public CompletableFuture<Optional<FoundGame>> search(String gameId, long from) {
        return past.search(partitionOf(gameId), gameId.getBytes(StandardCharsets.UTF_8), from)
                .thenApply(found -> found.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FoundGame(FeedStart.at(gameId, from, found.getAsLong()), 0, false)));
    }

    /** The end of the part of the log that has a game's events now. */
    public CompletableFuture<Long> endOf(String gameId) {
        return past.end(partitionOf(gameId));
    }

    /**
     * Hands a client the events of a game.
     *
     * @param end up to where in the log; empty to stay on
     */
    public void follow(FeedStart start, OptionalLong end, EventSink sink) {
        int partition = partitionOf(start.gameId());
        LongSupplier takenTo = () -> hub.takenTo(partition).orElse(0);
        Follower follower = new Follower(partition, start, end, takenTo, sink, means, followers::remove);
        followers.add(follower);
        rings.follow(start.gameId(), follower, takenTo);
        try {
            follower.begin();
        } catch (RuntimeException e) {
            // The client has left before it began.
            follower.discard();
            throw e;
        }
    }

    /** How many clients are handed events now. */
    public int followers() {
        return followers.size();
    }

    /** Ends all streams. */
    @Override
    public void close() {
        hub.close();
        if (looking != null) {
            looking.cancel(false);
            batching.cancel(false);
        }
        looks.shutdown();
        followers.forEach(Follower::close);
        writers.shutdown();
        try {
            writers.awaitTermination(END_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        past.close();
    }

    /** What is thrown once would end the looking for good. */
    private static void carefully(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Those who follow games were not looked after for a moment", e);
        }
    }

    private void look() {
        long now = System.nanoTime();
        followers.forEach(follower -> follower.look(now));
        rings.makeRoom();
    }

    private int partitionOf(String gameId) {
        return Utils.toPositive(Utils.murmur2(gameId.getBytes(StandardCharsets.UTF_8))) % hub.partitions();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Map<String, Object> settings(Map<String, Object> clientSettings, Reading reading) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        // An event of a transaction that is aborted has never happened.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dungeon-event-feeds");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, reading.waitMs());
        // Who asks would rather have an error than wait for a broker that is away.
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, reading.partitionBytes());
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        return settings;
    }
}
