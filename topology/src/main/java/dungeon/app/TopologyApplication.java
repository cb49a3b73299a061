package dungeon.app;

import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.streams.ContextModule;
import dungeon.platform.streams.KafkaTickSender;
import dungeon.platform.streams.TickSender;
import dungeon.platform.streams.admission.CommandSchemas;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.operator.OperatedService;
import dungeon.platform.streams.runtime.AbandonedTransactions;
import dungeon.platform.streams.runtime.BackgroundTasks;
import dungeon.platform.streams.runtime.ForeignTransactions;
import dungeon.platform.streams.runtime.PacedClients;
import dungeon.platform.streams.runtime.StreamsState;
import dungeon.platform.streams.runtime.ThreadFailures;
import dungeon.platform.tracing.Tracing;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application that decides commands. */
public final class TopologyApplication implements OperatedService.Application {
    private static final Logger LOG = LoggerFactory.getLogger(TopologyApplication.class);
    /** Of what stream threads write of their own accord, such as the place behind a mark of a transaction. */
    private static final Duration UNASKED_COMMITS = Duration.ofSeconds(1);

    /** Long enough to commit what is under way, and short enough for the rest to close within the 20 s that a service has to stop. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(14);

    private static final String KEYS_FILE = "token-keys.json";
    private static final String SCHEMAS_FILE = "command-schemas.json";

    /** The key set and the registry, each of which can hang. */
    private static final int BACKGROUND_THREADS = 2;

    private final Tracing tracing;
    private final KafkaTickSender ticks;
    private final BackgroundTasks background = new BackgroundTasks(BACKGROUND_THREADS);
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics streamsMetrics;
    private final AbandonedTransactions abandoned;
    private final ForeignTransactions foreign;
    private final Relays relays;
    private final CloseOptions closeOptions;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    /** A decision that failed would fail again, so nothing but a service that is away is waited for. */
    private final ThreadFailures failures = new ThreadFailures(0, Clock.systemUTC());

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    private TopologyApplication(
            TopologyConfig config, StartUpChecks checks, StartUpChecks.Ready ready, MeterRegistry meters) {
        tracing = Tracing.of(config.serviceName());
        Properties settings = StreamsSettings.of(config);
        LOG.info("Settings: {}", ReadableSettings.of(settings));
        Map<String, Object> tickConfig = config.clientConfig();
        tickConfig.put(SchemaRegistry.INSTANCE, ready.registry());
        ticks = new KafkaTickSender(tickConfig);
        RemoteKeys keys = new RemoteKeys(config.keySetUrl(), config.stateDir().resolve(KEYS_FILE));
        CommandSchemas schemas = schemas(config, ready.registry());
        background.every("Reading the keys of tokens", RemoteKeys.REFRESH, keys::refresh);
        background.every("Looking for new schemas of commands", CommandSchemas.REFRESH, schemas::refresh);
        if (!ready.schemaIdsAreChecked()) {
            background.every("Comparing schema ids", CommandSchemas.REFRESH, comparingSchemaIds(checks));
        }
        Topology topology = DungeonTopology.build(config, keys, schemas, module -> ticksTo(module), meters, tracing);
        LOG.info("{}", topology.describe());
        abandoned = new AbandonedTransactions(config.clientConfig(), config.applicationId());
        foreign = new ForeignTransactions(
                config.clientConfig(),
                config.writers(),
                config.contexts().stream()
                        .map(module -> module.commands().name())
                        .toList());
        relays = new Relays(config, keys);
        // Processors ask for commits; this is for what nobody has asked for.
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, UNASKED_COMMITS.toMillis());
        streams = new KafkaStreams(topology, settings, new PacedClients());
        streamsMetrics = new KafkaStreamsMetrics(streams);
        streamsMetrics.bindTo(meters);
        StreamsState.measure(streams, meters);
        closeOptions = CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(atClose(config));
        streams.setUncaughtExceptionHandler(this::onThreadFailure);
        streams.setStateListener((state, before) -> {
            LOG.info("{} -> {}", before, state);
            if (state == KafkaStreams.State.RUNNING) {
                running.complete(null);
            }
        });
    }

    /** Knows this build's schemas whatever the registry says of its subjects. */
    private static CommandSchemas schemas(TopologyConfig config, SchemaRegistry registry) {
        List<String> subjects = config.contexts().stream()
                .map(module -> AvroSerializer.subjectOf(module.commands().name()))
                .toList();
        CommandSchemas schemas =
                new CommandSchemas(registry, subjects, config.stateDir().resolve(SCHEMAS_FILE));
        config.contexts().forEach(module -> {
            Schema schema =
                    SpecificData.get().getSchema(module.context().commands().type());
            schemas.learn(
                    registry.idOf(AvroSerializer.subjectOf(module.commands().name()), schema), schema);
        });
        return schemas;
    }

    /** An instance that has started without the registry ends when that comes back with other ids. */
    private Runnable comparingSchemaIds(StartUpChecks checks) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (!done.get()) {
                List<String> faults = checks.schemaIdFaults();
                done.set(true);
                if (!faults.isEmpty()) {
                    LOG.error("This instance ends: {}", faults);
                    failure.complete(new StartUpException(faults));
                }
            }
        };
    }

    private <C extends SpecificRecord, E extends SpecificRecord> TickSender ticksTo(ContextModule<C, E> module) {
        return ticks.to(module.commands(), module.context().commands());
    }

    /**
     * Starts the application, as soon as the broker, the topics and the registry are there.
     *
     * @param meters takes what is measured of it
     * @throws StartUpException if something stays missing or is wrong
     */
    public static TopologyApplication start(TopologyConfig config, MeterRegistry meters) throws InterruptedException {
        StartUpChecks checks = new StartUpChecks(config);
        TopologyApplication application = new TopologyApplication(config, checks, checks.await(), meters);
        application.abandoned.start(application.streams);
        application.streams.start();
        application.foreign.start();
        application.relays.start();
        return application;
    }

    /** Starts an application of which nothing is measured. */
    public static TopologyApplication start(TopologyConfig config) throws InterruptedException {
        return start(config, ServiceMeters.none());
    }

    /** Completes when all partitions are assigned and restored for the first time. */
    public CompletableFuture<Void> running() {
        return running;
    }

    @Override
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public KafkaStreams.State state() {
        return streams.state();
    }

    private StreamThreadExceptionResponse onThreadFailure(Throwable thrown) {
        StreamThreadExceptionResponse response = failures.handle(thrown);
        if (response == StreamThreadExceptionResponse.SHUTDOWN_CLIENT) {
            failure.complete(thrown);
        }
        return response;
    }

    /** Who has no lasting name gives up its place, so that a standby goes on with its games at once. */
    private static CloseOptions.GroupMembershipOperation atClose(TopologyConfig config) {
        return config.instanceId().isEmpty()
                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;
    }

    @Override
    public void close() {
        relays.close();
        if (!streams.close(closeOptions)) {
            LOG.warn("The stream threads did not stop within {}", CLOSE_TIMEOUT);
        }
        foreign.close();
        abandoned.close();
        ticks.close();
        background.close();
        streamsMetrics.close();
        tracing.close();
    }
}
