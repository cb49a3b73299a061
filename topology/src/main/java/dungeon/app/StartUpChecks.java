package dungeon.app;

import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.RegistryRejectedException;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.StateSchemas;
import dungeon.schemas.serde.WriteVersion;
import dungeon.schemas.topics.TopicSetup;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must hold before a command may be decided. What may still come is waited for; what is wrong ends the start. */
final class StartUpChecks {
    private static final Logger LOG = LoggerFactory.getLogger(StartUpChecks.class);
    private static final long RETRY_PAUSE_MS = 500;
    private static final String LEDGER_FILE = "schema-ids.properties";

    /** Where all parts of a machine start together, the registry is there some seconds later. */
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(15);

    private static final Map<String, Schema> SCHEMAS = Contexts.wireSchemas();

    private final TopologyConfig config;
    private final RegistryConfig registryConfig;
    private final SchemaIdLedger ledger;

    /**
     * What is known at the start.
     *
     * @param registry knows the ids of all schemas of this build
     * @param schemaIdsAreChecked whether the registry itself has said them now, and not at an earlier start
     */
    record Ready(SchemaRegistry registry, boolean schemaIdsAreChecked) {}

    StartUpChecks(TopologyConfig config) {
        this.config = config;
        this.registryConfig = RegistryConfig.from(config.clientConfig());
        this.ledger = new SchemaIdLedger(config.stateDir().resolve(LEDGER_FILE));
    }

    /**
     * Waits until everything holds. A registry that stays away is done without where an earlier start has left what it would say.
     *
     * @throws StartUpException with all that is wrong, after the time-out or at once if waiting does not help
     */
    Ready await() throws InterruptedException {
        WriteVersion.set(config.writeVersion());
        long beganNanos = System.nanoTime();
        SchemaRegistry registry = newRegistry();
        while (true) {
            List<String> faults = passing();
            boolean isThere = registry.isReachable();
            if (faults.isEmpty() && isThere) {
                checkSchemaIds(registry);
                return new Ready(registry, true);
            }
            long waitedNanos = System.nanoTime() - beganNanos;
            if (faults.isEmpty() && waitedNanos > REGISTRY_PATIENCE.toNanos() && ledger.teach(registry, SCHEMAS)) {
                LOG.warn(
                        "No schema registry answers at {}; starting with the schemas of an earlier start", addresses());
                return new Ready(registry, false);
            }
            if (!isThere) {
                faults.add("No schema registry answers at %s".formatted(addresses()));
            }
            if (waitedNanos > config.startTimeout().toNanos()) {
                throw new StartUpException(faults);
            }
            LOG.info("Waiting: {}", String.join("; ", faults));
            Thread.sleep(RETRY_PAUSE_MS);
        }
    }

    private List<String> passing() throws InterruptedException {
        List<String> faults = new ArrayList<>();
        // A client cannot even be made while no broker's name resolves.
        try (Admin admin = Admin.create(config.clientConfig())) {
            faults.addAll(TopicSetup.faults(admin, config.partitions()));
            faults.addAll(transactionFaults(admin));
            if (faults.isEmpty()) {
                checkOffsets(admin);
            }
        } catch (ConfigException e) {
            throw e;
        } catch (KafkaException e) {
            faults.add(StartUpException.noBroker(config, e));
        }
        return faults;
    }

    /** Before version 2 of transactions, a delayed end of one transaction could end a later one (KIP-890). */
    private static List<String> transactionFaults(Admin admin) throws InterruptedException {
        try {
            FinalizedVersionRange version = admin.describeFeatures()
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .get("transaction.version");
            boolean sound = version != null && version.maxVersionLevel() >= 2;
            return sound
                    ? List.of()
                    : List.of(
                            "The brokers' feature transaction.version is %s and must be 2 or more: run kafka-features.sh upgrade"
                                    .formatted(version));
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }

    /**
     * Compares the ids of this build's schemas with those of earlier starts; done again for who has started without the registry.
     *
     * @return what is wrong, in sentences
     * @throws RegistryUnavailableException if the registry does not answer
     */
    List<String> schemaIdFaults() {
        return ledger.faults(newRegistry(), SCHEMAS);
    }

    /** Waiting does not bring back what was forgotten. */
    private void checkOffsets(Admin admin) throws InterruptedException {
        List<String> faults = new DecidedCommands(admin, config).faults();
        if (!faults.isEmpty()) {
            throw new StartUpException(faults);
        }
    }

    private void checkSchemaIds(SchemaRegistry registry) {
        List<String> faults;
        try {
            faults = new ArrayList<>(ledger.faults(registry, SCHEMAS));
            faults.addAll(WriteVersion.raise(registry, config.writeVersion()));
            // Before anything of this build is written, so that instances of other builds can read it.
            StateSchemas.register(registry, Contexts.stateSchemas(config.contexts()));
        } catch (RegistryUnavailableException | RegistryRejectedException e) {
            faults = List.of(e.getMessage());
        }
        if (!faults.isEmpty()) {
            throw new StartUpException(faults);
        }
    }

    /** Those of the registry, as messages may name them. */
    private String addresses() {
        return registryConfig.urls().stream().map(URI::toString).collect(Collectors.joining(", "));
    }

    private SchemaRegistry newRegistry() {
        return new SchemaRegistry(registryConfig);
    }
}
