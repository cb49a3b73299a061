package dungeon.history.local;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dungeon.platform.config.Settings;
import dungeon.platform.process.ServiceProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A history on one machine beside an installation that somebody else has started, such as one whose alerts are tried. It ends with the process
 * that started it, whose pipe is its input, and takes PostgreSQL with it.
 */
public final class LocalHistoryMain {
    private static final Logger LOG = LoggerFactory.getLogger(LocalHistoryMain.class);
    private static final int PORT_MAXIMUM = 65_535;
    private static final String FOLDER = "folder";
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    private static final String SCHEMA_REGISTRY_URL = "schema.registry.url";
    private static final String POSTGRES_PORT = "postgres.port";
    private static final String WORKER_PORT = "worker.port";
    private static final String HTTP_PORT = "http.port";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(FOLDER, STRING, HIGH, "For all that is its own; nobody else may look into it.")
            .define(BOOTSTRAP_SERVERS, STRING, HIGH, "The brokers.")
            .define(SCHEMA_REGISTRY_URL, STRING, HIGH, "The schema registry.")
            .define(POSTGRES_PORT, INT, ConfigDef.NO_DEFAULT_VALUE, between(1, PORT_MAXIMUM), HIGH, "Of PostgreSQL.")
            .define(WORKER_PORT, INT, ConfigDef.NO_DEFAULT_VALUE, between(1, PORT_MAXIMUM), HIGH, "Of the worker.")
            .define(HTTP_PORT, INT, ConfigDef.NO_DEFAULT_VALUE, between(1, PORT_MAXIMUM), HIGH, "Of its answers.");

    private LocalHistoryMain() {}

    public static void main(String[] arguments) {
        Thread watch = new Thread(LocalHistoryMain::exitAtEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        ServiceProcess.run("The history with its database", () -> DEFINITION, arguments, texts -> {
            LocalHistory history = LocalHistory.start(configOf(texts), LOG::warn);
            return () -> close(history);
        });
    }

    private static HistoryConfig configOf(Map<String, String> texts) {
        Settings settings = new Settings(DEFINITION, texts);
        return new HistoryConfig(
                Path.of(settings.text(FOLDER)),
                settings.text(BOOTSTRAP_SERVERS),
                Map.of(),
                settings.text(SCHEMA_REGISTRY_URL),
                settings.number(POSTGRES_PORT),
                settings.number(WORKER_PORT),
                settings.number(HTTP_PORT),
                false);
    }

    private static void exitAtEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.warn("Cannot read from the parent process", e);
        }
        System.exit(0);
    }

    private static void close(LocalHistory history) {
        try {
            history.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        }
    }
}
