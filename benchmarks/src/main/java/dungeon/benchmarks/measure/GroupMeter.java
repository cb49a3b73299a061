package dungeon.benchmarks.measure;

import dungeon.schemas.topics.Topics;
import dungeon.standalone.processes.Child;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/**
 * How far an application has come with the commands, by the offsets that it has committed: a question to the broker some
 * times a second, which costs next to nothing where a reader of all events would take a good part of two cores.
 */
public final class GroupMeter implements AutoCloseable {
    private static final long POLL_MS = 25;

    private record Reading(long nanos, long commands, long cpuNanos, long brokerCpuNanos) {}

    private final Admin admin;
    private final String group;
    private final List<String> topics;

    GroupMeter(Map<String, Object> clientConfig, String group) {
        this(clientConfig, group, List.of(Topics.COMMANDS.name()));
    }

    /** @param topics of commands, of which all are counted */
    public GroupMeter(Map<String, Object> clientConfig, String group, List<String> topics) {
        admin = Admin.create(clientConfig);
        this.group = group;
        this.topics = topics;
    }

    /** How many commands are not committed yet. */
    public long left() throws InterruptedException {
        Map<TopicPartition, Long> ends = ends();
        return ends.values().stream().mapToLong(Long::longValue).sum() - committed(ends);
    }

    /** Where the commands end now, by partition. */
    public Map<TopicPartition, Long> ends() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (String topic : topics) {
            for (int partition = 0; partition < Topics.COMMANDS.partitions(); partition++) {
                asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell where the commands end", e);
        }
        return ends;
    }

    /**
     * Lets the application, which does not run at the moment, go on at some ends: what comes before them is not for it.
     *
     * @throws IllegalStateException if the group does not come to rest in time
     */
    void skip(Map<TopicPartition, Long> ends, Duration atMost) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        ends.forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
        long deadlineNanos = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                admin.alterConsumerGroupOffsets(group, offsets).all().get();
                return;
            } catch (ExecutionException e) {
                // Who has ended without leaving is a member until its session is over.
                if (!(e.getCause() instanceof UnknownMemberIdException) || System.nanoTime() > deadlineNanos) {
                    throw new IllegalStateException("The broker does not let %s go on elsewhere".formatted(group), e);
                }
            }
            Thread.sleep(POLL_MS);
        }
    }

    /** Waits until all commands up to some ends are committed. */
    public void await(Map<TopicPartition, Long> ends, Duration atMost) throws InterruptedException {
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        rate(ends, all, all, null, null, atMost);
    }

    /**
     * How commands went through between two moments: when so many, and when more, were committed.
     *
     * @param from how many, of all that there ever were
     * @param to how many; at most what is before the ends
     * @param application whose processor time is read, or null
     * @param broker whose processor time is read, or null
     * @throws IllegalStateException if that does not happen in time
     */
    Rate rate(Map<TopicPartition, Long> ends, long from, long to, Child application, Child broker, Duration atMost)
            throws InterruptedException {
        List<Reading> readings = new ArrayList<>();
        long deadlineNanos = System.nanoTime() + atMost.toNanos();
        long committed = 0;
        while (committed < to) {
            if (System.nanoTime() > deadlineNanos) {
                throw new IllegalStateException(
                        "%s has come to %d of %d commands within %s".formatted(group, committed, to, atMost));
            }
            Thread.sleep(POLL_MS);
            committed = committed(ends);
            readings.add(new Reading(System.nanoTime(), committed, cpuNanos(application), cpuNanos(broker)));
        }
        double commands = to - from;
        return new Rate(
                commands * 1e9 / Math.max(1, between(readings, Reading::nanos, from, to)),
                between(readings, Reading::cpuNanos, from, to) / 1e3 / commands,
                between(readings, Reading::brokerCpuNanos, from, to) / 1e3 / commands);
    }

    private static long cpuNanos(Child process) {
        return process == null ? 0 : ProcessTime.nanos(process);
    }

    private static double between(List<Reading> readings, ToLongFunction<Reading> value, long from, long to) {
        return valueAt(readings, value, to) - valueAt(readings, value, from);
    }

    private long committed(Map<TopicPartition, Long> ends) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long sum = 0;
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                OffsetAndMetadata offset = offsets.get(end.getKey());
                sum += offset == null ? 0 : Math.min(offset.offset(), end.getValue());
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell how far %s has come".formatted(group), e);
        }
    }

    /** What was read when so many were committed; between two readings, in proportion. */
    private static double valueAt(List<Reading> readings, ToLongFunction<Reading> value, long commands) {
        Reading before = readings.get(0);
        for (Reading reading : readings) {
            if (reading.commands() >= commands) {
                long more = reading.commands() - before.commands();
                double share = more == 0 ? 1 : (double) (commands - before.commands()) / more;
                return value.applyAsLong(before) + (value.applyAsLong(reading) - value.applyAsLong(before)) * share;
            }
            before = reading;
        }
        throw new IllegalArgumentException(commands + " were never committed");
    }

    @Override
    public void close() {
        admin.close();
    }
}
