package dungeon.analytics.http;

import dungeon.analytics.AnalyticsConfig;
import dungeon.analytics.AnalyticsTopology;
import dungeon.analytics.LateEvents;
import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.process.ServiceProcess;
import dungeon.platform.queries.http.HttpServer;
import dungeon.platform.queries.http.HttpServerConfig;
import dungeon.platform.queries.http.OperatorRoutes;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import dungeon.platform.streams.operator.MemoryMeters;
import dungeon.platform.streams.operator.StreamsHealth;
import dungeon.platform.streams.runtime.AbandonedTransactions;
import dungeon.platform.streams.runtime.StreamsState;
import dungeon.platform.streams.runtime.ThreadFailures;
import dungeon.queries.openapi.OpenApiRoute;
import dungeon.schemas.analytics.PlayerActivity;
import dungeon.schemas.analytics.PlayerDay;
import dungeon.schemas.analytics.PlayerKills;
import dungeon.schemas.analytics.ResourceSales;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.StateSchemas;
import dungeon.schemas.topics.AnalyticsTopics;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application of windows as one running thing: the streams, and the server that answers from their stores. */
public final class AnalyticsApplication implements ServiceProcess.RunningService {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsApplication.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(14);
    private static final int THREAD_REPLACEMENTS_MAXIMUM = 3;

    /** Above the time after which the door drops a connection of its own that is silent. */
    private static final long IDLE_MS = 30_000;

    private static final int CONNECTIONS_MAXIMUM = 500;

    private final ServiceMeters meters = new ServiceMeters("dungeon-analytics");
    private final PrometheusMeterRegistry metrics = meters.registry();
    private final OtherInstances others = new OtherInstances(this::addressesOfOthers);
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final HttpServer http;
    private final HostInfo self;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics streamsMetrics;
    private final AbandonedTransactions abandoned;
    private final CloseOptions closeOptions;
    private final String url;

    private AnalyticsApplication(AnalyticsConfig config) {
        http = serve(config);
        url = "http://%s:%d".formatted(config.httpHost(), http.port());
        self = config.applicationServer().isEmpty()
                ? new HostInfo(config.httpHost(), http.port())
                : HostInfo.buildFromEndpoint(config.applicationServer());
        try {
            streams = streams(config, self);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
        ThreadFailures failures = new ThreadFailures(THREAD_REPLACEMENTS_MAXIMUM, Clock.systemUTC());
        streams.setUncaughtExceptionHandler(failures);
        streams.setStateListener((now, before) -> {
            LOG.info("The windows are {}, and were {}", now, before);
            if (now == KafkaStreams.State.ERROR) {
                failure.complete(new IllegalStateException("The windows have failed"
                        + failures.last().map(last -> ": " + last).orElse("")));
            }
        });
        streamsMetrics = new KafkaStreamsMetrics(streams);
        streamsMetrics.bindTo(metrics);
        StreamsState.measure(streams, metrics);
        new MemoryMeters().bindTo(metrics);
        Gauge.builder("dungeon.analytics.events.late", streams, running -> LateEvents.in(running.metrics()))
                .description("How often an event was to be counted in a window that was closed already")
                .register(metrics);
        abandoned = new AbandonedTransactions(config.clientSettings(), AnalyticsTopology.APPLICATION_ID);
        closeOptions = CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(
                        config.reading().groupInstanceId().isEmpty()
                                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP);
    }

    /**
     * Makes the topic if it is missing and starts the application; it comes back when the server listens.
     *
     * @throws IllegalStateException if the broker or the registry does not answer, the topic is not as it must be, or the port is taken
     */
    public static AnalyticsApplication start(AnalyticsConfig config) throws InterruptedException {
        SchemaRegistry registry = new SchemaRegistry(RegistryConfig.from(config.clientSettings()));
        if (!registry.isReachable()) {
            throw new IllegalStateException("The schema registry at %s does not answer"
                    .formatted(config.reading().schemaRegistryUrl()));
        }
        // Before anything of this build is written, so that instances of other builds can read it.
        StateSchemas.register(
                registry,
                List.of(
                        ResourceSales.getClassSchema(),
                        PlayerKills.getClassSchema(),
                        PlayerActivity.getClassSchema(),
                        PlayerDay.getClassSchema()));
        try (Admin admin = Admin.create(config.clientSettings())) {
            TopicSetup.createMissing(admin, AnalyticsTopics.ALL, Topics.PARTITIONS, (short)
                    config.reading().replicationFactor());
            List<String> faults = new ArrayList<>(TopicSetup.faults(admin, AnalyticsTopics.ALL, Topics.PARTITIONS));
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
        AnalyticsApplication application = new AnalyticsApplication(config);
        application.abandoned.start(application.streams);
        application.streams.start();
        return application;
    }

    /** Where it answers, such as {@code http://127.0.0.1:8085}. */
    public String url() {
        return url;
    }

    @Override
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() {
        http.close();
        others.close();
        if (!streams.close(closeOptions)) {
            LOG.warn("The windows did not end within {}; they are left as after a halt", CLOSE_TIMEOUT);
        }
        abandoned.close();
        streamsMetrics.close();
        meters.close();
    }

    private static KafkaStreams streams(AnalyticsConfig config, HostInfo self) {
        Properties settings = config.streamsSettings(self.host() + ":" + self.port());
        return new KafkaStreams(
                AnalyticsTopology.build(
                        new TopologyConfig(new StreamsConfig(settings)),
                        Topics.EVENTS.valueSerde(config.clientSettings()).deserializer(),
                        config.clientSettings()),
                settings);
    }

    private HttpServer serve(AnalyticsConfig config) {
        List<Route> routes = new ArrayList<>(
                new AnalyticsRoutes(new LiveFigures(new OwnStores()), others, InstantSource.system()).routes());
        routes.addAll(new OperatorRoutes(new StreamsHealth("dungeon-analytics", this::state), metrics).routes());
        routes.add(OpenApiRoute.route(
                "/analytics/openapi.json",
                "Microservice Dungeon: analytics",
                "What happens in all games, counted in windows of time. Times are those of the events, in UTC; ids are UUIDs in lower case.",
                Map.of(),
                List.copyOf(routes)));
        return HttpServer.start(
                new HttpServerConfig(
                        config.httpHost(), config.httpPort(), config.allowedOrigins(), CONNECTIONS_MAXIMUM, IDLE_MS),
                routes,
                List.of("Retry-After"),
                metrics,
                AnalyticsApplication::configure);
    }

    static void configure(JavalinConfig javalin) {
        javalin.routes.exception(InvalidStateStoreException.class, (e, ctx) -> {
            LOG.debug("Not available", e);
            HttpServer.answer(
                    ctx,
                    new ProblemException(
                            ProblemCode.NOT_AVAILABLE, "The figures are being read or are moving; ask again"));
        });
    }

    /** Asked for while the application is still being put together, too. */
    private void requireRunning() {
        if (streams == null || !streams.state().isRunningOrRebalancing()) {
            throw new InvalidStateStoreException("The streams are not running");
        }
    }

    private List<String> addressesOfOthers() {
        requireRunning();
        return streams.metadataForAllStreamsClients().stream()
                .map(StreamsMetadata::hostInfo)
                .filter(instance -> !instance.equals(self) && !instance.equals(HostInfo.unavailable()))
                .map(instance -> instance.host() + ":" + instance.port())
                .distinct()
                .toList();
    }

    private final class OwnStores implements LiveFigures.Stores {
        @Override
        public <T> T store(String name, QueryableStoreType<T> type) {
            requireRunning();
            return streams.store(StoreQueryParameters.fromNameAndType(name, type));
        }
    }

    /** Asked for while the application is still being put together, too. */
    private KafkaStreams.State state() {
        return streams == null ? null : streams.state();
    }
}
