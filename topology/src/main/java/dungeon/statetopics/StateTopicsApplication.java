package dungeon.statetopics;

import dungeon.app.Contexts;
import dungeon.platform.streams.operator.OperatedService;
import dungeon.platform.streams.runtime.AbandonedTransactions;
import dungeon.platform.streams.runtime.StreamsState;
import dungeon.platform.streams.runtime.ThreadFailures;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.StateSchemas;
import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application that publishes the state of games. */
public final class StateTopicsApplication implements OperatedService.Application {
    private static final Logger LOG = LoggerFactory.getLogger(StateTopicsApplication.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(14);

    /** As many in ten minutes as a chain of bad luck makes; a fault of ours comes again at once. */
    private static final int THREAD_REPLACEMENTS_MAXIMUM = 3;

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics streamsMetrics;
    private final AbandonedTransactions abandoned;
    private final CloseOptions closeOptions;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    private StateTopicsApplication(StateTopicsConfig config, MeterRegistry meters) {
        Properties settings = config.streamsSettings();
        ThreadFailures failures = new ThreadFailures(THREAD_REPLACEMENTS_MAXIMUM, Clock.systemUTC());
        streams = new KafkaStreams(
                StateTopicsTopology.build(
                        new TopologyConfig(new StreamsConfig(settings)),
                        Topics.EVENTS.valueSerde(config.clientSettings()).deserializer(),
                        config.clientSettings()),
                settings);
        streams.setUncaughtExceptionHandler(failures);
        streams.setStateListener((now, before) -> {
            LOG.info("The state topics are {}, and were {}", now, before);
            if (now == KafkaStreams.State.ERROR) {
                failure.complete(new IllegalStateException("The state topics have failed"
                        + failures.last().map(last -> ": " + last).orElse("")));
            }
        });
        streamsMetrics = new KafkaStreamsMetrics(streams);
        streamsMetrics.bindTo(meters);
        StreamsState.measure(streams, meters);
        abandoned = new AbandonedTransactions(config.clientSettings(), StateTopicsTopology.APPLICATION_ID);
        // An instance without a lasting name gives up its place, so that nobody waits for it.
        closeOptions = CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(
                        config.reading().groupInstanceId().isEmpty()
                                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP);
    }

    /**
     * Makes the topics that are missing and starts the application.
     *
     * @param meters takes what is measured of it
     * @throws IllegalStateException if the broker or the registry does not answer, or a topic is not as it must be
     */
    public static StateTopicsApplication start(StateTopicsConfig config, MeterRegistry meters)
            throws InterruptedException {
        SchemaRegistry registry = new SchemaRegistry(RegistryConfig.from(config.clientSettings()));
        if (!registry.isReachable()) {
            throw new IllegalStateException("The schema registry at %s does not answer"
                    .formatted(config.reading().schemaRegistryUrl()));
        }
        // Before anything of this build is written, so that instances of other builds can read it.
        StateSchemas.register(registry, Contexts.stateSchemas(List.of(Contexts.ROBOTS)));
        try (Admin admin = Admin.create(config.clientSettings())) {
            TopicSetup.createMissing(admin, StateTopics.ALL, Topics.PARTITIONS, (short)
                    config.reading().replicationFactor());
            List<String> faults = new ArrayList<>(TopicSetup.faults(admin, StateTopics.ALL, Topics.PARTITIONS));
            faults.addAll(TopicSetup.partitionFaults(admin, List.of(Topics.EVENTS)));
            if (!faults.isEmpty()) {
                throw new IllegalStateException(String.join("; ", faults));
            }
        } catch (KafkaException e) {
            throw new IllegalStateException(
                    "The broker at %s does not answer: %s"
                            .formatted(config.reading().bootstrapServers(), e.getMessage()),
                    e);
        }
        StateTopicsApplication application = new StateTopicsApplication(config, meters);
        application.abandoned.start(application.streams);
        application.streams.start();
        return application;
    }

    @Override
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public KafkaStreams.State state() {
        return streams.state();
    }

    @Override
    public void close() {
        if (!streams.close(closeOptions)) {
            LOG.warn("The state topics did not end within {}; they are left as after a halt", CLOSE_TIMEOUT);
        }
        abandoned.close();
        streamsMetrics.close();
    }
}
