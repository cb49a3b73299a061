package dungeon.schemas.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics of {@link Topics} and checks that they are as they must be. */
public final class TopicSetup {
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final long POLL_MS = 50;

    private TopicSetup() {}

    /**
     * Creates the topics that are missing and leaves the others alone. Returns when all partitions can be written: whoever writes
     * earlier can have the first batch refused and the second one taken, and as the broker knows nothing of this producer yet,
     * it takes the second for the beginning and refuses the first one for ever.
     *
     * @param partitions for each topic that has no count of its own; fixed for life
     * @param replicationFactor for each topic
     */
    public static void createMissing(Admin admin, int partitions, short replicationFactor) throws InterruptedException {
        createMissing(admin, Topics.ALL, partitions, replicationFactor);
    }

    /**
     * The same for other topics.
     *
     * @param replicationFactor for each topic; -1 for the brokers' default
     */
    public static void createMissing(Admin admin, List<Topic<?>> topics, int partitions, short replicationFactor)
            throws InterruptedException {
        Set<String> existing = await(admin.listTopics().names());
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(
                                topic.name(),
                                Optional.of(topic.partitionsWhereOthersHave(partitions)),
                                replicationFactorOf(replicationFactor))
                        .configs(topic.config()))
                .toList();
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            // Another instance that starts at the same moment may have been quicker.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Cannot create the topics " + missing, e.getCause());
            }
        }
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        missing.forEach(topic -> ends.putAll(ends(topic.name(), topic.numPartitions())));
        awaitLeaders(admin, ends);
    }

    /**
     * Waits until the leader of each partition of some new topics knows that it is; it is asked where the partition ends. The client
     * asks again by itself if the leader does not know, but not if the topic is unknown, as it is to a broker for a moment after
     * the controller has made it.
     *
     * @throws KafkaException if a topic stays unknown for half a minute
     */
    public static void awaitLeaders(Admin admin, List<String> topics, int partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        topics.forEach(topic -> ends.putAll(ends(topic, partitions)));
        awaitLeaders(admin, ends);
    }

    private static Map<TopicPartition, OffsetSpec> ends(String topic, int partitions) {
        return IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
    }

    private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> ends) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (true) {
            try {
                await(admin.listOffsets(ends).all());
                return;
            } catch (KafkaException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadlineNanos) {
                    throw e;
                }
            }
            Thread.sleep(POLL_MS);
        }
    }

    /**
     * What is wrong with the topics, in sentences; empty if nothing is.
     *
     * @param partitions how many each must have that has no count of its own
     */
    public static List<String> faults(Admin admin, int partitions) throws InterruptedException {
        return faults(admin, Topics.ALL, partitions);
    }

    /** The same for other topics. */
    public static List<String> faults(Admin admin, List<Topic<?>> topics, int partitions) throws InterruptedException {
        Set<String> existing = await(admin.listTopics().names());
        List<Topic<?>> present = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Topic<?> topic : topics) {
            if (existing.contains(topic.name())) {
                present.add(topic);
            } else {
                faults.add("The topic %s does not exist".formatted(topic.name()));
            }
        }
        Map<String, TopicDescription> descriptions = await(
                admin.describeTopics(present.stream().map(Topic::name).toList()).allTopicNames());
        Map<ConfigResource, Config> configs = await(
                admin.describeConfigs(present.stream().map(TopicSetup::resource).collect(Collectors.toSet()))
                        .all());
        for (Topic<?> topic : present) {
            countFault(topic, descriptions.get(topic.name()), partitions).ifPresent(faults::add);
            Config config = configs.get(resource(topic));
            topic.config().forEach((name, expected) -> {
                String value = config.get(name).value();
                if (isVital(name) && !expected.equals(value)) {
                    faults.add("The topic %s has %s=%s, not %s".formatted(topic.name(), name, value, expected));
                }
            });
        }
        return faults;
    }

    /**
     * What is wrong with the numbers of partitions, in sentences; empty if nothing is, and of topics that are not there nothing is said. For
     * whoever only reads or writes, and may not see how topics are set up.
     */
    public static List<String> partitionFaults(Admin admin, List<Topic<?>> topics) throws InterruptedException {
        Set<String> existing = await(admin.listTopics().names());
        List<Topic<?>> present =
                topics.stream().filter(topic -> existing.contains(topic.name())).toList();
        Map<String, TopicDescription> descriptions = await(
                admin.describeTopics(present.stream().map(Topic::name).toList()).allTopicNames());
        return present.stream()
                .flatMap(topic -> countFault(topic, descriptions.get(topic.name()), Topics.PARTITIONS).stream())
                .toList();
    }

    private static Optional<String> countFault(Topic<?> topic, TopicDescription description, int usual) {
        int actual = description.partitions().size();
        int expected = topic.partitionsWhereOthersHave(usual);
        return actual == expected ? Optional.empty() : Optional.of(countFault(topic.name(), actual, expected));
    }

    /** What is wrong with a topic that has another number of partitions than it must, as a sentence without its full stop. */
    public static String countFault(String topic, int actual, int expected) {
        return "The topic %s has %d partitions, not %d; a game's partition would not be the one its players use. How an installation grows is in docs/scaling.md"
                .formatted(topic, actual, expected);
    }

    /** How long a topic is kept, and in what pieces, is the operator's choice; the clock and the kind of clean-up are not. */
    private static boolean isVital(String configName) {
        return !configName.startsWith("retention.")
                && !configName.startsWith("delete.retention.")
                && !configName.startsWith("segment.");
    }

    private static Optional<Short> replicationFactorOf(short replicationFactor) {
        return replicationFactor < 0 ? Optional.empty() : Optional.of(replicationFactor);
    }

    private static ConfigResource resource(Topic<?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            String what = e.getCause() instanceof AuthorizationException
                    ? "This service lacks a right at the broker (docs/secure.md has those that it needs): "
                    : "The broker did not answer: ";
            throw new KafkaException(what + e.getCause().getMessage(), e.getCause());
        }
    }
}
