package dungeon.standalone.broker;

import dungeon.standalone.secure.SecureListeners;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker with its own controller, in this process. Its data survives a restart and a kill. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    /** Kafka writes it last when it formats a folder, so it is there in a whole one only. */
    private static final String FORMATTED_MARK = "meta.properties";

    private final BrokerConfig config;
    private final KafkaRaftServer server;

    private EmbeddedBroker(BrokerConfig config, KafkaRaftServer server) {
        this.config = config;
        this.server = server;
    }

    /**
     * Starts a broker and returns when clients can use it.
     *
     * @throws IllegalStateException if it does not start; the message says why
     */
    public static EmbeddedBroker start(BrokerConfig config) {
        formatIfNew(config);
        config.secure().ifPresent(SecureListeners::allowKeySet);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config.kafkaSettings(), false), Time.SYSTEM);
        try {
            inAThreadOfItsOwn("broker-start", server::startup);
        } catch (CompletionException e) {
            inAThreadOfItsOwn("broker-stop", server::shutdown);
            throw new IllegalStateException(
                    "The broker did not start on %s: %s".formatted(config.bootstrapServers(), e.getCause()),
                    e.getCause());
        }
        LOG.info("The broker is ready on {}", config.bootstrapServers());
        return new EmbeddedBroker(config, server);
    }

    /** What clients set as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return config.bootstrapServers();
    }

    @Override
    public void close() {
        inAThreadOfItsOwn("broker-stop", () -> {
            server.shutdown();
            server.awaitShutdown();
        });
    }

    /**
     * Waits for something that a broker does. A broker whose start or end is interrupted ends the whole process, so an interrupt of the caller does not
     * reach it; the caller is still interrupted afterwards.
     *
     * @throws CompletionException with what it failed with
     */
    private static void inAThreadOfItsOwn(String name, Runnable action) {
        CompletableFuture.runAsync(action, command -> new Thread(command, name).start())
                .join();
    }

    private static void formatIfNew(BrokerConfig config) {
        Path folder = config.dataFolder();
        if (Files.exists(folder.resolve(FORMATTED_MARK))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setNodeId(config.nodeId())
                    .setClusterId(config.clusterId())
                    .addDirectory(folder.toAbsolutePath().toString())
                    .setMetadataLogDirectory(folder.toAbsolutePath().toString())
                    .setControllerListenerName(BrokerConfig.CONTROLLER_LISTENER)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the broker's folder " + folder, e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format the broker's folder %s: %s".formatted(folder, e), e);
        }
    }
}
