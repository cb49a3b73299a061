package dungeon.queries.views;

import dungeon.app.Contexts;
import dungeon.platform.streams.runtime.BoundedRocksDb;
import dungeon.platform.tracing.Tracing;
import dungeon.queries.TestBytes;
import dungeon.queries.positions.FoldedUpTo;
import dungeon.queries.positions.ReadPositions;
import dungeon.queries.positions.SequenceSignals;
import dungeon.schemas.Event;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** The views over a test driver, with one partition. */
public final class ViewsDriver implements AutoCloseable, StoreSource {
    public static final int PARTITION = 0;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final SequenceSignals signals = new SequenceSignals();
    private final SkippedEvents skipped = new SkippedEvents(metrics);
    private final DepartingGames departing = new DepartingGames();
    private final TopologyTestDriver driver;
    private final ReadyPartitions ready = new ReadyPartitions();
    private final TestInputTopic<String, byte[]> topic;

    public ViewsDriver(Path stateDir) {
        Properties settings = settings(stateDir);
        driver = new TopologyTestDriver(topology(settings, signals, ready, skipped, departing), settings);
        topic = driver.createInputTopic(Topics.EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
    }

    static Topology topology(
            Properties settings,
            SequenceSignals signals,
            ReadyPartitions ready,
            SkippedEvents skipped,
            DepartingGames departing) {
        return ViewsTopology.build(
                new TopologyConfig(new StreamsConfig(settings)),
                Contexts.ROBOTS,
                new GamesByState(),
                TestBytes.deserializer(),
                signals,
                ready,
                new FoldedUpTo(new ReadPositions()),
                skipped,
                departing,
                Tracing.off());
    }

    static Properties settings(Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, ViewsTopology.APPLICATION_ID);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(BoundedRocksDb.MEMORY_BYTES, 16L * 1024 * 1024);
        return settings;
    }

    public void pipe(Collection<Event> events) {
        events.forEach(event -> pipe(event.getGameId(), TestBytes.of(event)));
    }

    public void pipe(String key, byte[] value) {
        topic.pipeInput(key, value);
    }

    public DepartingGames departing() {
        return departing;
    }

    /** Lets so much time go by, for what is done from time to time. */
    public void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    public SequenceSignals signals() {
        return signals;
    }

    boolean isReady(int partition) {
        return ready.contains(partition);
    }

    SkippedEvents skipped() {
        return skipped;
    }

    double skipped(SkippedEvents.Cause cause) {
        return metrics.get("dungeon.queries.events.skipped")
                .tag("cause", cause.name().toLowerCase(java.util.Locale.ROOT))
                .counter()
                .count();
    }

    double count(String counter) {
        return metrics.get(counter).counter().count();
    }

    /** The store, to put records into as after a halt. */
    KeyValueStore<Bytes, byte[]> writable() {
        return driver.getKeyValueStore(GameTables.STORE);
    }

    @Override
    public Partition active(int partition) {
        return this::writable;
    }

    @Override
    public Partition stale(int partition) {
        return active(partition);
    }

    @Override
    public long lag(int partition) {
        return 0;
    }

    @Override
    public CompletableFuture<Void> upToNow(int partition, Duration timeout) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        driver.close();
    }
}
