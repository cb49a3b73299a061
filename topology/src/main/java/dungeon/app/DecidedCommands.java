package dungeon.app;

import dungeon.platform.streams.ContextModule;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether it is still known which commands were decided. That is what the offsets of the application's group say, and brokers forget
 * those of a group that rests. An application without offsets begins with the first command that is kept: it would decide a second
 * time what was decided a week ago.
 */
final class DecidedCommands {
    private static final Logger LOG = LoggerFactory.getLogger(DecidedCommands.class);
    private static final String OFFSETS_RETENTION = "offsets.retention.minutes";
    /** Commands are kept for 7 days, and in a segment that fills slowly for 14; what outlives them cannot let them be decided again. */
    private static final Duration OFFSETS_KEPT_MINIMUM = Duration.ofDays(30);

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PARTITIONS_NAMED_MAXIMUM = 3;

    private final Admin admin;
    private final TopologyConfig config;

    DecidedCommands(Admin admin, TopologyConfig config) {
        this.admin = admin;
        this.config = config;
    }

    /**
     * What is wrong, in sentences; empty if nothing is.
     *
     * @throws KafkaException if the brokers do not tell
     */
    List<String> faults() throws InterruptedException {
        List<String> faults = new ArrayList<>();
        for (ContextModule<?, ?> module : config.contexts()) {
            faults.addAll(offsetFaults(module.commands().name(), module.events()));
        }
        retentionFault().ifPresent(faults::add);
        return faults;
    }

    /** The events of a command and the offset after it are committed together, and are in partitions of the same number. */
    private List<String> offsetFaults(String commands, Topic<?> events) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = committed();
        Set<TopicPartition> suspicious = new HashSet<>();
        ends(events).forEach((partition, end) -> {
            boolean isKnown = offsets.get(new TopicPartition(commands, partition.partition())) != null;
            if (end > 0 && !isKnown) {
                suspicious.add(partition);
            }
        });
        Set<String> lost = new TreeSet<>();
        withEvents(suspicious).forEach(partition -> lost.add("%s-%d".formatted(commands, partition.partition())));
        if (lost.isEmpty()) {
            return List.of();
        }
        String named =
                String.join(", ", lost.stream().limit(PARTITIONS_NAMED_MAXIMUM).toList());
        return List.of(
                ("There are events in %s, but the group %s has no offsets in %d partitions of the commands (%s): the brokers have"
                                + " forgotten which commands were decided, and to begin with the first would decide them a second"
                                + " time. Where no command was sent since it stopped, set the offsets to the end"
                                + " (kafka-consumer-groups.sh --group %s --topic %s --reset-offsets --to-latest --execute); what was sent"
                                + " since then is left out so. Or begin anew with empty topics")
                        .formatted(
                                events.name(),
                                config.applicationId(),
                                lost.size(),
                                named,
                                config.applicationId(),
                                commands));
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws InterruptedException {
        try {
            return await(admin.listConsumerGroupOffsets(config.applicationId()).partitionsToOffsetAndMetadata());
        } catch (KafkaException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    private Map<TopicPartition, Long> ends(Topic<?> topic) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        IntStream.range(0, topic.partitionsWhereOthersHave(config.partitions()))
                .forEach(partition -> latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Those with a record that was committed: what the first transaction of all left behind when it was aborted is none. */
    private Set<TopicPartition> withEvents(Set<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return Set.of();
        }
        Map<String, Object> settings = new HashMap<>(config.clientConfig());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        Set<TopicPartition> found = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> open = new HashSet<>(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(open);
            consumer.assign(open);
            consumer.seekToBeginning(open);
            long deadlineNanos = System.nanoTime() + READ_TIMEOUT.toNanos();
            while (!open.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL)) {
                    found.add(new TopicPartition(event.topic(), event.partition()));
                }
                open.removeIf(
                        partition -> found.contains(partition) || consumer.position(partition) >= ends.get(partition));
                consumer.assign(open);
                if (System.nanoTime() > deadlineNanos) {
                    throw new KafkaException("%s cannot be read within %s".formatted(open, READ_TIMEOUT));
                }
            }
        }
        return found;
    }

    private Optional<String> retentionFault() throws InterruptedException {
        try {
            Node any = await(admin.describeCluster().nodes()).iterator().next();
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, any.idString());
            String value = await(admin.describeConfigs(List.of(broker)).all())
                    .get(broker)
                    .get(OFFSETS_RETENTION)
                    .value();
            if (Duration.ofMinutes(Long.parseLong(value)).compareTo(OFFSETS_KEPT_MINIMUM) >= 0) {
                return Optional.empty();
            }
            return Optional.of(
                    ("The brokers have %s=%s: they would forget which commands were decided, of an application that rests for so long,"
                                    + " while the commands are still there (%s); set it to %d or more")
                            .formatted(
                                    OFFSETS_RETENTION,
                                    value,
                                    Topics.COMMANDS.name(),
                                    OFFSETS_KEPT_MINIMUM.toMinutes()));
        } catch (KafkaException e) {
            if (e.getCause() instanceof AuthorizationException) {
                LOG.warn(
                        "The brokers do not let {} be read; it must be {} or more",
                        OFFSETS_RETENTION,
                        OFFSETS_KEPT_MINIMUM.toMinutes());
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <T> T await(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "The broker did not answer: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
