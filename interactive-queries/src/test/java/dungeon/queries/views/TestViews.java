package dungeon.queries.views;

import dungeon.platform.envelope.EventFormat;
import dungeon.platform.streams.runtime.BoundedRocksDb;
import dungeon.platform.tracing.Tracing;
import dungeon.queries.TestBytes;
import dungeon.queries.positions.FoldedUpTo;
import dungeon.queries.positions.ReadPositions;
import dungeon.queries.positions.SequenceSignals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** The views of a context over a test driver, with one partition. */
public class TestViews<E extends SpecificRecord> implements AutoCloseable, StoreSource {
    public static final int PARTITION = 0;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final SequenceSignals signals;
    private final SkippedEvents skipped = new SkippedEvents(metrics);
    private final DepartingAggregates departing = new DepartingAggregates();
    private final TopologyTestDriver driver;
    private final ReadyPartitions ready = new ReadyPartitions();
    private final TestInputTopic<String, byte[]> topic;

    private final View<E> view;
    private final EventFormat<E> format;

    TestViews(View<E> view, Deserializer<E> deserializer, Path stateDir, SequenceSignals signals) {
        this.signals = signals;
        this.view = view;
        this.format = view.module().context().events();
        Properties settings = settings(view, stateDir);
        driver = new TopologyTestDriver(
                topology(view, deserializer, settings, signals, ready, skipped, departing), settings);
        topic = driver.createInputTopic(view.topic(), new StringSerializer(), new ByteArraySerializer());
    }

    static <E extends SpecificRecord> Topology topology(
            View<E> view,
            Deserializer<E> deserializer,
            Properties settings,
            SequenceSignals signals,
            ReadyPartitions ready,
            SkippedEvents skipped,
            DepartingAggregates departing) {
        return ViewsTopology.build(
                new TopologyConfig(new StreamsConfig(settings)),
                view,
                deserializer,
                signals,
                ready,
                new FoldedUpTo(new ReadPositions()),
                skipped,
                departing,
                Tracing.off());
    }

    static Properties settings(View<?> view, Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, view.applicationId());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(BoundedRocksDb.MEMORY_BYTES, 16L * 1024 * 1024);
        return settings;
    }

    public final void pipe(Collection<E> events) {
        events.forEach(event -> pipe(format.aggregateId().apply(event), TestBytes.of(event)));
    }

    public final void pipe(String key, byte[] value) {
        topic.pipeInput(key, value);
    }

    public final DepartingAggregates departing() {
        return departing;
    }

    /** Lets so much time go by, for what is done from time to time. */
    public final void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    public final SequenceSignals signals() {
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
        return driver.getKeyValueStore(view.store());
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
    public final void close() {
        driver.close();
    }
}
