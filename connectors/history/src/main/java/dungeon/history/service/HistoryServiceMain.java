package dungeon.history.service;

import dungeon.history.db.Database;
import dungeon.history.db.Migrations;
import dungeon.platform.process.ServiceProcess;

/** The history as a process of its own, which brings the tables up to date first; its settings are those of {@link HistoryServiceConfig}. */
public final class HistoryServiceMain {
    private HistoryServiceMain() {}

    public static void main(String[] arguments) {
        ServiceProcess.run("The history", HistoryServiceConfig::definition, arguments, texts -> {
            HistoryServiceConfig config = HistoryServiceConfig.from(texts);
            Migrations.migrate(Database.HISTORY, config.history());
            Migrations.migrate(Database.USERS, config.users());
            config.state().ifPresent(state -> Migrations.migrate(Database.STATE, state));
            return HistoryApplication.start(config);
        });
    }
}
