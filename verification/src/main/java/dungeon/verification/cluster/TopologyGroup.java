package dungeon.verification.cluster;

import dungeon.app.TopologyConfig;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Waiting;
import dungeon.standalone.processes.Child;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the brokers know of the group that decides games. */
public final class TopologyGroup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopologyGroup.class);
    /** What is there comes within it; behind the last record nothing does. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> clientConfig;
    private final Admin admin;
    /** Null until it is known; an installation may run contexts apart, or have games on topics of a later version. */
    private volatile String groupId;

    public TopologyGroup(Map<String, Object> clientConfig) {
        this.clientConfig = clientConfig;
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put("request.timeout.ms", "5000");
        config.put("default.api.timeout.ms", "10000");
        admin = Admin.create(config);
    }

    /** The partitions of a topic that an instance has; empty while that is not known. */
    public Set<Integer> partitionsOf(Child instance, String topic) throws InterruptedException {
        String client = instance.streamsClient();
        try {
            Set<Integer> partitions = new HashSet<>();
            for (MemberDescription member : members()) {
                if (belongsTo(member, instance.name(), client)) {
                    member.assignment().topicPartitions().stream()
                            .filter(partition -> partition.topic().equals(topic))
                            .forEach(partition -> partitions.add(partition.partition()));
                }
            }
            return partitions;
        } catch (ExecutionException e) {
            LOG.debug("A coordinator is moving, and does not tell who has what", e);
            return Set.of();
        }
    }

    private Collection<MemberDescription> members() throws ExecutionException, InterruptedException {
        String group = groupId();
        return admin.describeConsumerGroups(List.of(group))
                .all()
                .get()
                .get(group)
                .members();
    }

    /** That which has committed something of the commands of games; while none has, that of all contexts. */
    private String groupId() throws ExecutionException, InterruptedException {
        String last = groupId;
        for (String candidate : last == null ? TopologyConfig.idsOfGames() : List.<String>of()) {
            last = candidate;
            if (admin.listConsumerGroupOffsets(candidate).partitionsToOffsetAndMetadata().get().keySet().stream()
                    .anyMatch(partition -> partition.topic().equals(Topics.COMMANDS.name()))) {
                groupId = candidate;
                break;
            }
        }
        return last;
    }

    /** By its lasting name, if it has one: its client id can be that of the process before it. */
    private static boolean belongsTo(MemberDescription member, String name, String client) {
        return member.groupInstanceId()
                .map(lasting -> lasting.startsWith(name + "-"))
                .orElseGet(() -> !client.isEmpty() && member.clientId().startsWith(client));
    }

    /** Whether an instance is a member and has partitions. */
    public boolean isMember(Child instance) throws InterruptedException {
        return !partitionsOf(instance, Topics.COMMANDS.name()).isEmpty()
                || !partitionsOf(instance, Topics.LOBBY_COMMANDS.name()).isEmpty();
    }

    /** Waits until instances share out all partitions of a topic, and do so for some time without a change; whether that came to pass. */
    public boolean awaitStable(List<Child> instances, String topic, int partitions, Duration still, Duration atMost)
            throws InterruptedException {
        AtomicReference<List<Set<Integer>>> last = new AtomicReference<>(List.of());
        AtomicLong sinceNanos = new AtomicLong(System.nanoTime());
        return Waiting.until(
                () -> {
                    List<Set<Integer>> shares = new ArrayList<>();
                    for (Child instance : instances) {
                        shares.add(partitionsOf(instance, topic));
                    }
                    if (!shares.equals(last.getAndSet(shares))) {
                        sinceNanos.set(System.nanoTime());
                    }
                    return shares.stream().noneMatch(Set::isEmpty)
                            && shares.stream().mapToInt(Set::size).sum() == partitions
                            && System.nanoTime() - sinceNanos.get() > still.toNanos();
                },
                atMost);
    }

    /** The address from which the instance that has a partition comes to the brokers; empty if that is not known in time. */
    public Optional<String> awaitAddressOf(TopicPartition partition, Duration atMost) throws InterruptedException {
        AtomicReference<String> found = new AtomicReference<>();
        boolean isKnown = Waiting.until(
                () -> {
                    addressOf(partition).ifPresent(found::set);
                    return found.get() != null;
                },
                atMost);
        return isKnown ? Optional.of(found.get()) : Optional.empty();
    }

    private Optional<String> addressOf(TopicPartition partition) throws InterruptedException {
        try {
            return members().stream()
                    .filter(member -> member.assignment().topicPartitions().contains(partition))
                    .map(MemberDescription::host)
                    .map(host -> host.startsWith("/") ? host.substring(1) : host)
                    .findFirst();
        } catch (ExecutionException e) {
            LOG.debug("A coordinator is moving, and is asked again", e);
            return Optional.empty();
        }
    }

    /** Waits until every partition of some topics has all its copies in step again; says whether that came to pass. */
    public boolean awaitInSync(List<String> topics, int copies, Duration atMost) throws InterruptedException {
        return Waiting.until(() -> areInSync(topics, copies), atMost);
    }

    private boolean areInSync(List<String> topics, int copies) throws InterruptedException {
        try {
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.isr().size() >= copies);
        } catch (ExecutionException e) {
            LOG.debug("A broker is just coming back, and is asked again", e);
            return false;
        }
    }

    /** Waits until the group has committed all of some offsets; gives what is missing after the time, in sentences. */
    public List<String> awaitCommitted(Map<TopicPartition, Long> offsets, Duration atMost) throws InterruptedException {
        AtomicReference<List<String>> missing =
                new AtomicReference<>(List.of("The brokers do not tell what the group has committed"));
        boolean isCommitted = Waiting.until(
                () -> {
                    try {
                        missing.set(missing(offsets));
                        return missing.get().isEmpty();
                    } catch (ExecutionException e) {
                        LOG.debug("A coordinator is moving, and is asked again", e);
                        return false;
                    }
                },
                atMost);
        return isCommitted ? List.of() : missing.get();
    }

    private List<String> missing(Map<TopicPartition, Long> offsets) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(groupId())
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .filter(end -> committed.get(end.getKey()) == null
                        || committed.get(end.getKey()).offset() < end.getValue())
                .map(end -> "%s is at %s of %d".formatted(end.getKey(), committed.get(end.getKey()), end.getValue()))
                .toList();
    }

    /**
     * Waits until the group has taken all commands that are in a partition by then; says whether that came to pass. Their events may be
     * out of readers' reach for a moment more: {@link #awaitReadable}.
     */
    public boolean awaitAllTaken(TopicPartition commands, Duration atMost) throws InterruptedException {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(commands));
            return Waiting.until(() -> areAllTaken(commands, consumer), atMost);
        }
    }

    /** Behind what the group has committed there may still be the ends of transactions, which are no commands. */
    private boolean areAllTaken(TopicPartition commands, KafkaConsumer<byte[], byte[]> consumer)
            throws InterruptedException {
        try {
            OffsetAndMetadata committed = admin.listConsumerGroupOffsets(groupId())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(commands);
            if (committed == null) {
                return false;
            }
            long end = consumer.endOffsets(List.of(commands)).get(commands);
            consumer.seek(commands, committed.offset());
            for (long position = committed.offset(); position < end; ) {
                boolean isCommand = !consumer.poll(POLL).isEmpty();
                long next = consumer.position(commands);
                if (isCommand || next == position) {
                    return false;
                }
                position = next;
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("A coordinator or a leader is moving, and is asked again", e);
            return false;
        }
    }

    /**
     * Waits until readers get past everything that is in some topics by now; says whether that came to pass. What a group has
     * committed does not tell that: the end of a transaction is written to each of its partitions on its own, and the
     * offsets' can be there before that of the events.
     */
    public boolean awaitReadable(List<String> topics, Duration atMost) throws InterruptedException {
        AtomicReference<Map<TopicPartition, Long>> written = new AtomicReference<>(Map.of());
        return Waiting.until(
                () -> {
                    try {
                        if (written.get().isEmpty()) {
                            written.set(ends(topics, IsolationLevel.READ_UNCOMMITTED));
                        }
                        Map<TopicPartition, Long> readable = ends(topics, IsolationLevel.READ_COMMITTED);
                        return written.get().entrySet().stream()
                                .allMatch(end -> readable.get(end.getKey()) >= end.getValue());
                    } catch (ExecutionException e) {
                        LOG.debug("A leader is moving, and is asked again", e);
                        return false;
                    }
                },
                atMost);
    }

    private Map<TopicPartition, Long> ends(List<String> topics, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                asked.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked, new ListOffsetsOptions(isolation))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** The transactions that are open for longer than some time. */
    public List<String> openTransactions(Duration longerThan) throws InterruptedException {
        try {
            return admin
                    .listTransactions(new ListTransactionsOptions()
                            .filterStates(Set.of(TransactionState.ONGOING))
                            .filterOnDuration(longerThan.toMillis()))
                    .all()
                    .get()
                    .stream()
                    .map(TransactionListing::transactionalId)
                    .toList();
        } catch (ExecutionException e) {
            return List.of("The brokers do not tell: " + e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
