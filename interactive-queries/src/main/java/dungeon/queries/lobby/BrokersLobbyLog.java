package dungeon.queries.lobby;

import dungeon.platform.log.LogEnds;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** The lobby's log as its brokers tell of it. */
final class BrokersLobbyLog implements LobbyLog {
    private static final String TOPIC = Topics.LOBBY_EVENTS.name();

    private final Admin admin;
    private final LogEnds ends;
    private final int timeoutMs;

    /**
     * Prepares to ask.
     *
     * @param timeout after which an answer fails
     */
    BrokersLobbyLog(Map<String, Object> clientSettings, Duration timeout) {
        this.admin = Admin.create(clientSettings);
        this.ends = LogEnds.of(admin, TOPIC, Topics.PARTITIONS, timeout);
        this.timeoutMs = (int) timeout.toMillis();
    }

    @Override
    public String id() {
        try {
            return admin.describeTopics(List.of(TOPIC), new DescribeTopicsOptions().timeoutMs(timeoutMs))
                    .topicNameValues()
                    .get(TOPIC)
                    .get()
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new TimeoutException(
                    "The brokers do not tell the id of " + TOPIC + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
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
