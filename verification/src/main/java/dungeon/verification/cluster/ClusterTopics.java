package dungeon.verification.cluster;

import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Makes the topics of a cluster, and says who may do what, once all of its brokers are there. */
final class ClusterTopics {
    private static final Duration MADE_WITHIN = Duration.ofMinutes(3);
    private static final long POLL_MS = 100;

    private ClusterTopics() {}

    /**
     * Returns when they are made.
     *
     * @param operator the settings of a client that may do everything
     * @param brokers with fewer of them there is no room for all copies yet
     */
    static void create(Map<String, Object> operator, int brokers, short copies, ClusterAccess access)
            throws InterruptedException {
        long deadlineNanos = System.nanoTime() + MADE_WITHIN.toNanos();
        try (Admin admin = Admin.create(operator)) {
            while (true) {
                try {
                    if (admin.describeCluster().nodes().get().size() == brokers) {
                        access.setUp(admin);
                        TopicSetup.createMissing(admin, Topics.PARTITIONS, copies);
                        return;
                    }
                } catch (KafkaException | ExecutionException e) {
                    if (System.nanoTime() > deadlineNanos) {
                        throw new IllegalStateException("The brokers do not make the topics", e);
                    }
                }
                Thread.sleep(POLL_MS);
            }
        }
    }
}
