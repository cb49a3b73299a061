package dungeon.ingest.commands;

import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Administrator;
import dungeon.platform.log.LogTailer;
import dungeon.platform.token.Revocations;
import dungeon.platform.tracing.Tracing;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what sends commands and follows their outcomes. */
@Configuration(proxyBeanMethods = false)
class CommandsConfiguration {
    /** A request waits for the registry itself, so one repetition has to do; the follower goes on trying. */
    private static final Map<String, ?> REGISTRY_PATIENCE =
            Map.of(RegistryConfig.RETRIES, 1, RegistryConfig.RETRY_WAIT_MS, 200);

    @Bean
    @ConditionalOnMissingBean
    KafkaClients kafkaClients(IngestConfig config, MeterRegistry meters) {
        return new BrokerClients(config, meters);
    }

    @Bean
    Readiness readiness(MeterRegistry meters) {
        Readiness readiness = new Readiness();
        Gauge.builder("dungeon.ingest.ready", readiness, state -> state.obstacle() == null ? 1 : 0)
                .description("1 if commands are taken")
                .register(meters);
        return readiness;
    }

    @Bean
    Tracing tracing() {
        return Tracing.of("dungeon-ingest");
    }

    @Bean
    Outcomes outcomes(IngestConfig config, MeterRegistry meters) {
        Outcomes outcomes = new Outcomes(
                config.limits().outcomesKept(),
                config.limits().eventsKept(),
                config.limits().eventsKeptSize().toBytes(),
                System::nanoTime);
        Gauge.builder("dungeon.ingest.outcomes.awaited", outcomes, Outcomes::waiting)
                .description("Commands whose outcome a request waits for")
                .register(meters);
        return outcomes;
    }

    @Bean
    LobbyLog lobbyLog(KafkaClients clients, IngestConfig config) {
        return new LobbyLog(clients, registrySettings(config), config.brokerTimeout());
    }

    @Bean
    MapTypes mapTypes(ShippedMapTypes shipped, LobbyLog log) {
        return new MapTypes(shipped, log);
    }

    @Bean
    ShippedMapTypes shippedMapTypes() {
        return ShippedMapTypes.load();
    }

    @Bean
    CommandRecords commandRecords(IngestConfig config, RenamedPlayers renamed, Clock clock) {
        return new CommandRecords(registrySettings(config), renamed, config.newGames(), clock);
    }

    @Bean
    CommandWriter commandWriter(KafkaClients clients, Readiness readiness) {
        return new CommandWriter(clients, readiness);
    }

    /** What waits for it are requests, whose number is bounded. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService answers() {
        AtomicInteger number = new AtomicInteger();
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return Executors.newFixedThreadPool(
                threads, task -> new Thread(task, "ingest-answers-" + number.incrementAndGet()));
    }

    @Bean
    CommandService commandDesk(
            CommandWriter writer,
            Outcomes outcomes,
            IngestConfig config,
            @Qualifier("answers") ExecutorService answers,
            MeterRegistry meters,
            Tracing tracing) {
        return new CommandService(
                writer, outcomes, config.limits().outcomeWait(), answers, meters, new CommandTraces(tracing));
    }

    @Bean
    TokenRevocation tokenRevocation(CommandRecords commandRecords, CommandService commandService) {
        return new TokenRevocation(commandRecords, commandService);
    }

    @Bean
    RenamedPlayers renamedPlayers() {
        return new RenamedPlayers();
    }

    @Bean
    Background background(
            IngestConfig config,
            KafkaClients clients,
            CommandRecords commandRecords,
            Readiness readiness,
            Outcomes outcomes,
            MapTypes mapTypes,
            RenamedPlayers renamed,
            ShippedMapTypes shipped,
            CommandService commandService,
            Administrator administrator,
            Revocations revocations,
            MeterRegistry meters,
            Clock clock) {
        RevocationEvents revoked = new RevocationEvents(revocations, config.longestTokenLifetime(), clock);
        Counter skipped = Counter.builder("dungeon.ingest.events.skipped")
                .description("Records on the event topics that are no events")
                .register(meters);
        KnownMapTypes known = new KnownMapTypes(new MapTypesFile(config.dataDir()), clients, mapTypes, renamed);
        CommittedEvents events = new CommittedEvents(
                config.limits().outcomesKept(),
                config.brokerTimeout(),
                commandRecords,
                readiness,
                registrySettings(config),
                (event, partition, offset) -> {
                    // Outcomes come last, so that whoever waited for one finds the rest as it says.
                    mapTypes.add(event, new LobbyLog.Place(partition, offset));
                    renamed.add(event);
                    revoked.add(event);
                    outcomes.add(event);
                },
                known,
                revoked,
                skipped,
                clock);
        MapTypeRegistration registration =
                new MapTypeRegistration(shipped, mapTypes, commandRecords, commandService, administrator);
        LogTailer<String> tailer =
                new LogTailer<>(tailerConfig(config, clients.partitions()), clients::newConsumer, events);
        return new Background(tailer, known, registration, readiness, outcomes, config.retryPause());
    }

    private static LogTailer.Config tailerConfig(IngestConfig config, Map<String, Integer> partitions) {
        return new LogTailer.Config(
                "ingest-events",
                config.bootstrapServers(),
                Set.of(
                        Topics.EVENTS.name(),
                        Topics.LOBBY_EVENTS.name(),
                        Topics.IDENTITY_EVENTS.name(),
                        Topics.TICTACTOE_EVENTS.name()),
                Set.of(
                        Topics.COMMANDS.name(),
                        Topics.LOBBY_COMMANDS.name(),
                        Topics.IDENTITY_COMMANDS.name(),
                        Topics.TICTACTOE_COMMANDS.name()),
                partitions,
                config.brokerTimeout(),
                config.idleCheck(),
                config.retryPause());
    }

    private static Map<String, Object> registrySettings(IngestConfig config) {
        var settings = new java.util.HashMap<String, Object>(REGISTRY_PATIENCE);
        settings.putAll(config.kafka());
        settings.put(RegistryConfig.URL, config.schemaRegistryUrl());
        return settings;
    }
}
