package dungeon.history.service;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseException;
import dungeon.history.db.Migrations;
import dungeon.platform.config.Settings;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history's service as a process of its own, which brings the tables up to date first. Its settings come from where {@link Settings#texts} says. Ends
 * with exit code 1 when it cannot start.
 */
public final class HistoryServiceMain {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryServiceMain.class);

    private HistoryServiceMain() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            HistoryServiceConfig config = HistoryServiceConfig.from(Settings.texts(args, System.getenv()));
            Migrations.migrate(Database.HISTORY, config.history());
            Migrations.migrate(Database.USERS, config.users());
            config.state().ifPresent(state -> Migrations.migrate(Database.STATE, state));
            HistoryApplication application = HistoryApplication.start(config);
            Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
        } catch (ConfigException | IllegalStateException | DatabaseException | IOException e) {
            LOG.error("The history cannot start: {}", e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }
}
