package dungeon.queries.views;

import dungeon.app.Contexts;
import dungeon.platform.log.LogEnds;
import dungeon.platform.streams.runtime.AbandonedTransactions;
import dungeon.platform.streams.runtime.StreamsState;
import dungeon.platform.streams.runtime.ThreadFailures;
import dungeon.platform.tracing.Tracing;
import dungeon.queries.positions.FoldedUpTo;
import dungeon.queries.positions.PositionedClients;
import dungeon.queries.positions.ReadPositions;
import dungeon.queries.positions.SequenceSignals;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.StateSchemas;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the views of a context: waits for what they need, starts Kafka Streams, tells how it is, and ends it. */
public final class ViewsRunner<E extends SpecificRecord> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewsRunner.class);
    private static final long RETRY_MS = 500;
    /** A view can be folded again, so what one thread stumbled over need not end the others. */
    private static final int THREAD_REPLACEMENTS_MAXIMUM = 3;

    private static final String ADMIN_TIMEOUT_MS = "5000";

    /** A broker answers within milliseconds; whoever looks for what is not there waits so long for one that does not. */
    private static final Duration ENDS_TIMEOUT = Duration.ofSeconds(1);

    /** Of the 19 s after which a service halts itself, with room for all else that has to be closed. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(14);

    private final View<E> view;
    private final Properties settings;
    private final Map<String, Object> clientSettings;
    private final HostInfo self;
    private final Topology topology;
    private final LateViews views;
    private final MeterRegistry metrics;
    private final CompletableFuture<Throwable> failure;
    private final ThreadFailures failures = new ThreadFailures(THREAD_REPLACEMENTS_MAXIMUM, Clock.systemUTC());
    private final ReadyPartitions ready = new ReadyPartitions();
    private final ReadPositions positions = new ReadPositions();
    private final FoldedUpTo folded = new FoldedUpTo(positions);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread starter = new Thread(this::startWhenPossible, "views-starter");
    private volatile KafkaStreams streams;
    private volatile String waitsFor = "The views are starting";
    private KafkaStreamsMetrics streamsMetrics;
    private AbandonedTransactions abandoned;
    private Admin admin;
    private StreamsViews here;

    /**
     * Prepares the views.
     *
     * @param view the context
     * @param settings those of Kafka Streams
     * @param clientSettings how to reach the broker and the registry
     * @param departing tells which games are to leave
     * @param views is given the views once they are there
     * @param failure completes when the views cannot go on
     */
    public ViewsRunner(
            View<E> view,
            Properties settings,
            Map<String, Object> clientSettings,
            HostInfo self,
            Deserializer<E> events,
            SequenceSignals signals,
            SkippedEvents skipped,
            DepartingAggregates departing,
            LateViews views,
            MeterRegistry metrics,
            Tracing tracing,
            CompletableFuture<Throwable> failure) {
        this.view = view;
        this.settings = settings;
        this.clientSettings = clientSettings;
        this.self = self;
        this.topology = ViewsTopology.build(
                new TopologyConfig(new StreamsConfig(settings)),
                view,
                events,
                signals,
                ready,
                folded,
                skipped,
                departing,
                tracing);
        this.views = views;
        this.metrics = metrics;
        this.failure = failure;
        this.starter.setDaemon(true);
    }

    public void start() {
        LOG.info(
                "The views of {} are folded by this topology:\n{}",
                view.module().name(),
                topology.describe());
        starter.start();
    }

    /** Why the views cannot be read, or not all of them; empty if they can. */
    public Optional<String> problem() {
        KafkaStreams current = streams;
        if (current == null) {
            return Optional.of(waitsFor);
        }
        KafkaStreams.State state = current.state();
        if (state == KafkaStreams.State.RUNNING) {
            return Optional.empty();
        }
        String reason =
                failures.last().map(last -> "; the last failure was: " + last).orElse("");
        return Optional.of("The views of %s are %s%s".formatted(view.module().name(), state, reason));
    }

    @Override
    public void close() {
        long endNanos = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        closing.countDown();
        try {
            starter.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        KafkaStreams current = streams;
        if (current != null) {
            abandoned.close();
            if (!current.close(closeOptions(Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()))))) {
                LOG.warn(
                        "The views of {} did not end within {}; they are left as after a halt",
                        view.module().name(),
                        CLOSE_TIMEOUT);
            }
            streamsMetrics.close();
            here.close();
            admin.close(Duration.ZERO);
        }
    }

    /** An instance without a lasting name gives up its place, so that nobody waits for it. */
    private CloseOptions closeOptions(Duration timeout) {
        boolean comesBack = settings.containsKey(StreamsConfig.consumerPrefix("group.instance.id"));
        return CloseOptions.timeout(timeout)
                .withGroupMembershipOperation(
                        comesBack
                                ? CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP
                                : CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    }

    private void startWhenPossible() {
        try {
            awaitServices();
            if (closing.getCount() > 0) {
                startStreams();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The views of {} cannot be started", view.module().name(), e);
            failure.complete(e);
        }
    }

    /** Waits, as long as it takes, until nothing is missing that the views need. */
    private void awaitServices() throws InterruptedException {
        String before = "";
        String missing = missing();
        while (!missing.isEmpty()) {
            waitsFor = missing;
            if (!missing.equals(before)) {
                LOG.warn("The views of {} wait: {}", view.module().name(), missing);
                before = missing;
            }
            if (closing.await(RETRY_MS, TimeUnit.MILLISECONDS)) {
                return;
            }
            missing = missing();
        }
    }

    /** What the views lack, in sentences; empty for nothing. */
    private String missing() throws InterruptedException {
        if (!new SchemaRegistry(RegistryConfig.from(clientSettings)).isReachable()) {
            return "The schema registry at %s does not answer".formatted(clientSettings.get(RegistryConfig.URL));
        }
        try {
            return String.join("; ", topicFaults());
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return "The broker at %s does not answer: %s"
                    .formatted(clientSettings.get(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG), cause.getMessage());
        }
    }

    private List<String> topicFaults() throws InterruptedException {
        Map<String, Object> adminSettings = new HashMap<>(clientSettings);
        adminSettings.put("default.api.timeout.ms", ADMIN_TIMEOUT_MS);
        adminSettings.put("request.timeout.ms", ADMIN_TIMEOUT_MS);
        try (Admin admin = Admin.create(adminSettings)) {
            return TopicSetup.faults(admin, Topics.PARTITIONS);
        }
    }

    private void startStreams() throws InterruptedException {
        // Before anything of this build is written, so that instances of other builds can read it.
        StateSchemas.register(
                new SchemaRegistry(RegistryConfig.from(clientSettings)), Contexts.stateSchemas(List.of(view.module())));
        KafkaStreams fresh = new KafkaStreams(topology, settings, new PositionedClients(folded));
        fresh.setUncaughtExceptionHandler(failures);
        fresh.setStateListener((now, before) -> {
            LOG.info("The views of {} are {}, and were {}", view.module().name(), now, before);
            if (now == KafkaStreams.State.ERROR) {
                failure.complete(new IllegalStateException(
                        "The views of %s have failed".formatted(view.module().name())
                                + failures.last().map(last -> ": " + last).orElse("")));
            }
        });
        streamsMetrics = new KafkaStreamsMetrics(fresh);
        streamsMetrics.bindTo(metrics);
        StreamsState.measure(fresh, metrics, Tags.of("context", view.module().name()));
        abandoned = new AbandonedTransactions(clientSettings, view.applicationId());
        admin = Admin.create(clientSettings);
        LogEnds ends = LogEnds.of(admin, view.topic(), view.module().events().partitions(), ENDS_TIMEOUT);
        here = new StreamsViews(fresh, view, ready, self, new CatchUp(ends::now, positions));
        // Before anything starts, so that all is closed also if something cannot.
        streams = fresh;
        abandoned.start(fresh);
        fresh.start();
        views.set(here);
    }
}
