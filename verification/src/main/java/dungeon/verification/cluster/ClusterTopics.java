package dungeon.verification.cluster;

import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Makes the topics of a cluster, and says who may do what, once all of its brokers are there. */
final class ClusterTopics {
    private static final Duration MADE_WITHIN = Duration.ofMinutes(3);

    private ClusterTopics() {}

    /**
     * Returns when they are made.
     *
     * @param operator the settings of a client that may do everything
     * @param brokers with fewer of them there is no room for all copies yet
     */
    static void create(Map<String, Object> operator, int brokers, short copies, ClusterAccess access)
            throws InterruptedException {
        AtomicReference<Exception> last = new AtomicReference<>();
        try (Admin admin = Admin.create(operator)) {
            boolean areMade = Waiting.until(
                    () -> {
                        try {
                            if (admin.describeCluster().nodes().get().size() < brokers) {
                                return false;
                            }
                            access.setUp(admin);
                            TopicSetup.createMissing(admin, Topics.PARTITIONS, copies);
                            return true;
                        } catch (KafkaException | ExecutionException e) {
                            last.set(e);
                            return false;
                        }
                    },
                    MADE_WITHIN);
            if (!areMade) {
                throw new IllegalStateException(
                        "%d brokers do not make the topics within %s".formatted(brokers, MADE_WITHIN), last.get());
            }
        }
    }
}
