package dungeon.queries.lobby;

import dungeon.platform.log.LogEnds;
import dungeon.platform.log.TopicIds;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;

/** The lobby's log as its brokers tell of it. */
final class BrokersLobbyLog implements LobbyLog {
    private static final String TOPIC = Topics.LOBBY_EVENTS.name();

    private final Admin admin;
    private final LogEnds ends;
    private final Duration timeout;

    /**
     * Prepares to ask.
     *
     * @param timeout after which an answer fails
     */
    BrokersLobbyLog(Map<String, Object> clientSettings, Duration timeout) {
        this.admin = Admin.create(clientSettings);
        this.ends = LogEnds.of(admin, TOPIC, Topics.PARTITIONS, timeout);
        this.timeout = timeout;
    }

    @Override
    public String id() {
        return TopicIds.of(admin, TOPIC, timeout);
    }

    @Override
    public CompletableFuture<Map<Integer, Long>> ends() {
        return ends.now();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
