package dungeon.app;

import dungeon.platform.config.CommonSettings;
import dungeon.platform.config.Settings;
import dungeon.platform.process.ExitCode;
import dungeon.platform.process.LogSetup;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.RegistryRejectedException;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.GamesTopics;
import dungeon.schemas.topics.TopicSetup;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares an installation that nobody else prepares: makes the topics that are missing, and registers all versions of all schemas. It
 * takes the settings of the topology, waits for as many brokers as there are to be copies, and for the registry, and ends. What is there
 * already stays as it is, so it can be run at each start.
 */
public final class SetupMain {
    private static final long RETRY_PAUSE_MS = 500;

    private SetupMain() {}

    /** Ends as {@link ExitCode} says, if something stays away for longer than {@code start.timeout.ms} with CANNOT_START. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            Map<String, String> texts = Settings.texts(arguments, System.getenv());
            LogSetup.apply(texts);
            GamesTopics.require(texts.getOrDefault(CommonSettings.GAMES_TOPICS, ""));
            run(TopologyConfig.from(texts));
        } catch (ConfigException e) {
            end(ExitCode.WRONG_SETTINGS, e);
        } catch (IllegalArgumentException e) {
            // It may be our own fault as well.
            log().error("Why", e);
            end(ExitCode.WRONG_SETTINGS, e);
        } catch (StartUpException | RegistryRejectedException e) {
            end(ExitCode.CANNOT_START, e);
        }
    }

    private static void end(ExitCode code, RuntimeException cause) {
        log().error("The installation cannot be prepared: {}", cause.getMessage());
        System.exit(code.code());
    }

    static void run(TopologyConfig config) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + config.startTimeout().toNanos();
        Optional<String> missing = missing(config);
        while (missing.isPresent()) {
            if (System.nanoTime() > deadlineNanos) {
                throw new StartUpException(missing.stream().toList());
            }
            log().info("Waiting: {}", missing.get());
            Thread.sleep(RETRY_PAUSE_MS);
            missing = missing(config);
        }
        log().info("The topics and schemas are there");
    }

    /** Tries it, and says what it takes that is not there yet. */
    private static Optional<String> missing(TopologyConfig config) throws InterruptedException {
        // A client cannot even be made while no broker's name resolves.
        try (Admin admin = Admin.create(config.clientConfig())) {
            int brokers = admin.describeCluster().nodes().get().size();
            if (brokers < config.replicationFactor()) {
                return Optional.of("%d of %d brokers are there".formatted(brokers, config.replicationFactor()));
            }
            TopicSetup.createMissing(admin, config.partitions(), (short) config.replicationFactor());
        } catch (ConfigException e) {
            throw e;
        } catch (KafkaException | ExecutionException e) {
            return Optional.of(StartUpException.noBroker(config, e));
        }
        try {
            SchemaSetup.register(new SchemaRegistry(RegistryConfig.from(config.clientConfig())));
            return Optional.empty();
        } catch (RegistryUnavailableException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Made when it is needed, because settings choose the log. */
    private static Logger log() {
        return LoggerFactory.getLogger(SetupMain.class);
    }
}
