package dungeon.queries;

import dungeon.platform.config.Settings;
import dungeon.queries.config.QueriesConfig;
import java.io.IOException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The read side as a process of its own. Its settings come from where {@link Settings#texts} says. Closes its stores on SIGTERM, and
 * ends with exit code 1 when it cannot start or go on.
 */
public final class QueriesMain {
    private static final Logger LOG = LoggerFactory.getLogger(QueriesMain.class);

    private QueriesMain() {}

    public static void main(String[] args) {
        QueriesApplication application;
        try {
            application = QueriesApplication.start(QueriesConfig.from(Settings.texts(args, System.getenv())));
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
}
