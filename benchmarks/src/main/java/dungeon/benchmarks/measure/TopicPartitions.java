package dungeon.benchmarks.measure;

import dungeon.benchmarks.host.BenchHost;
import dungeon.queries.robots.RobotsView;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** How many partitions there are, by whose they are: for a broker, each is a folder and open files. */
final class TopicPartitions {
    private static final String BROKER_PREFIX = "__";

    /** Whose a topic is. */
    enum Owner {
        PLATFORM("topics of the platform"),
        TOPOLOGY("changelogs of the topology"),
        QUERIES("changelogs of the queries"),
        BROKER("topics of the broker itself"),
        NOBODY_KNOWN("other topics");

        private final String owned;

        Owner(String owned) {
            this.owned = owned;
        }

        @Override
        public String toString() {
            return owned;
        }

        private static Owner of(String topic) {
            if (Topics.ALL.stream().map(Topic::name).anyMatch(topic::equals)) {
                return PLATFORM;
            }
            if (topic.startsWith(Throughput.TOPOLOGY + "-")) {
                return TOPOLOGY;
            }
            if (topic.startsWith(RobotsView.VIEW.applicationId() + "-")) {
                return QUERIES;
            }
            return topic.startsWith(BROKER_PREFIX) ? BROKER : NOBODY_KNOWN;
        }
    }

    private final Map<Owner, Integer> byOwner = new EnumMap<>(Owner.class);

    /** Takes the partitions of each topic; the benchmark's own topic does not count. */
    TopicPartitions(Map<String, Integer> byTopic) {
        for (Owner owner : Owner.values()) {
            byOwner.put(owner, 0);
        }
        byTopic.forEach((topic, partitions) -> {
            if (!topic.equals(BenchHost.PASS_THROUGH_TOPIC)) {
                byOwner.merge(Owner.of(topic), partitions, Integer::sum);
            }
        });
    }

    /** Of all topics that a broker has now. */
    static TopicPartitions now(Map<String, Object> clientConfig) throws InterruptedException {
        Map<String, Integer> byTopic = new HashMap<>();
        try (Admin admin = Admin.create(clientConfig)) {
            Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, description) ->
                            byTopic.put(topic, description.partitions().size()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell its topics", e);
        }
        return new TopicPartitions(byTopic);
    }

    int of(Owner owner) {
        return byOwner.get(owner);
    }

    int all() {
        return byOwner.values().stream().mapToInt(Integer::intValue).sum();
    }
}
