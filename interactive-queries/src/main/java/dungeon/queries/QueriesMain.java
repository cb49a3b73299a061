package dungeon.queries;

import dungeon.queries.config.QueriesConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The read side as a process of its own. Settings come from the properties file that is named as the only argument, if one
 * is, and from environment variables such as {@code DUNGEON_HTTP_PORT} for {@code http.port}, which win. Closes
 * its stores on SIGTERM, and ends with exit code 1 when it cannot start or go on.
 */
public final class QueriesMain {
    private static final Logger LOG = LoggerFactory.getLogger(QueriesMain.class);
    private static final String ENVIRONMENT_PREFIX = "DUNGEON_";

    private QueriesMain() {}

    public static void main(String[] args) {
        QueriesApplication application;
        try {
            application = QueriesApplication.start(QueriesConfig.from(settings(args)));
        } catch (ConfigException | IllegalStateException | IOException e) {
            LOG.error("The queries cannot start: {}", e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
        Throwable failure = application.failure().join();
        LOG.error("The queries cannot go on", failure);
        System.exit(1);
    }

    private static Map<String, String> settings(String[] args) throws IOException {
        Map<String, String> settings = new HashMap<>();
        if (args.length > 0) {
            Properties file = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
                file.load(reader);
            }
            file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
        }
        System.getenv().forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                settings.put(
                        name.substring(ENVIRONMENT_PREFIX.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return settings;
    }
}
