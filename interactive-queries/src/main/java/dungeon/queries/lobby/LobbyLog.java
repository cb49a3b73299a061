package dungeon.queries.lobby;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What the brokers tell of the lobby's log, beside its records. */
public interface LobbyLog extends AutoCloseable {
    /**
     * What tells this log from another of the same name.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the brokers do not answer now
     */
    String id();

    /** Where each partition ends for those who read what is committed, no earlier than now. */
    CompletableFuture<Map<Integer, Long>> ends();

    @Override
    void close();
}
