package dungeon.queries;

import dungeon.platform.process.ServiceProcess;
import dungeon.queries.config.QueriesConfig;

/** The read side as a process of its own; its settings are those of {@link QueriesConfig}. */
public final class QueriesMain {
    private QueriesMain() {}

    public static void main(String[] arguments) {
        ServiceProcess.run(
                "The read side",
                QueriesConfig::definition,
                arguments,
                texts -> QueriesApplication.start(QueriesConfig.from(texts)));
    }
}
