package dungeon.standalone.processes;

import dungeon.queries.QueriesApplication;
import dungeon.queries.config.QueriesConfig;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The queries, with the settings of {@link QueriesConfig}. */
public final class QueriesRole implements Role {
    @Override
    public AutoCloseable start(Map<String, String> settings, CompletableFuture<Throwable> failure) {
        QueriesApplication queries = QueriesApplication.start(QueriesConfig.from(settings));
        CompletableFuture<Boolean> unused = queries.failure().thenApply(failure::complete);
        return queries;
    }
}
