package dungeon.platform.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** The ids of topics: a topic that was made anew under the same name has another one, and what was kept of its log is worth nothing. */
public final class TopicIds {
    private TopicIds() {}

    /**
     * The id of a topic.
     *
     * @param timeout after which the answer fails
     * @throws TimeoutException if the brokers do not tell it
     */
    public static String of(Admin admin, String topic, Duration timeout) {
        try {
            DescribeTopicsOptions options = new DescribeTopicsOptions().timeoutMs(Math.toIntExact(timeout.toMillis()));
            return admin.describeTopics(List.of(topic), options)
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new TimeoutException(
                    "The brokers do not tell the id of %s: %s"
                            .formatted(topic, e.getCause().getMessage()),
                    e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
