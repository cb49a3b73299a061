package dungeon.platform.streams.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams that every application of the platform has, each with the reason for its value. */
public final class SharedSettings {
    /** So long a changelog remembers what was deleted; whoever is further behind reads the whole of it. */
    private static final Duration DELETIONS_KEPT = Duration.ofHours(6);
    /** State older than this is not used again: it could miss deletions that the changelog has forgotten. */
    private static final Duration STATE_AGE_MAXIMUM = DELETIONS_KEPT.dividedBy(2);
    /** Compaction leaves the last segment alone, and this is the most that a quiet partition keeps uncompacted. */
    private static final int SEGMENT_BYTES = 4 * 1024 * 1024;
    /** After so long a busy partition begins a new segment, so that the one before can be compacted. */
    private static final Duration SEGMENT_TIME = Duration.ofMinutes(10);
    /** Beside the state, a restart reads a quarter of it at most in changes that are not compacted yet. */
    private static final double DIRTY_SHARE_MAXIMUM = 0.2;

    private SharedSettings() {}

    /**
     * Who the application is to its group.
     *
     * @param instanceId a name that stays with the instance over restarts; empty for none
     * @param sessionTimeoutMs after which silence an instance is taken for dead
     */
    public static void group(Properties settings, String applicationId, String instanceId, int sessionTimeoutMs) {
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        // The newer protocol has no static members and no standby settings of the client yet.
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), sessionTimeoutMs);
        // Three heartbeats have to be lost before an instance is taken for dead.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), sessionTimeoutMs / 3);
        // With more records a poll, the first ones wait for the last before they are committed, and the group for the
        // thread.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 500);
        // Nothing may be skipped because a group is new: the first record can be there before the first instance.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        if (!instanceId.isEmpty()) {
            settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        }
    }

    /**
     * State, offsets and what is written are one. Only a transaction keeps an instance that the group has given up from writing over
     * what its successor wrote to the changelogs, so what could be folded twice needs one too.
     *
     * @param replicationFactor of changelogs; -1 for the brokers' default
     */
    public static void exactlyOnce(Properties settings, int replicationFactor) {
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // The records of a killed instance, and all readers of its partitions, wait until its open transaction has
        // timed out or a survivor ends it. What takes longer than this time can never be committed, and would be begun
        // again for ever: waiting for the registry takes up to 7 s. Large work is cut into slices, of which all tasks
        // share
        // one; what cannot be cut is one decision beside it, such as a new map of 200 x 200 tiles.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG), 15_000);
        // Changelogs are the state; as many copies as the topics have.
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
        if (replicationFactor > 0) {
            settings.put(
                    StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), replicationFactor > 2 ? 2 : 1);
        }
    }

    /**
     * How changelogs are kept on the broker, so that a restart reads the state and not what happened in a week. With the brokers' own
     * settings a segment takes a gigabyte or a week before it is compacted. Kafka Streams applies them when it makes a changelog.
     */
    public static Map<String, String> changelogs() {
        return Map.of(
                TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(SEGMENT_BYTES),
                TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(SEGMENT_TIME.toMillis()),
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, String.valueOf(DIRTY_SHARE_MAXIMUM),
                TopicConfig.DELETE_RETENTION_MS_CONFIG, String.valueOf(DELETIONS_KEPT.toMillis()));
    }

    /**
     * Where state is.
     *
     * @param cacheBytes for what changes between two commits, on the heap
     * @param rocksDbBytes of all stores of the process together, if they are kept in RocksDB, outside the heap
     */
    public static void state(
            Properties settings, Path folder, int standbyReplicas, long cacheBytes, long rocksDbBytes) {
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG, STATE_AGE_MAXIMUM.toMillis());
        changelogs().forEach((name, value) -> settings.put(StreamsConfig.topicPrefix(name), value));
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, cacheBytes);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(BoundedRocksDb.MEMORY_BYTES, rocksDbBytes);
        // A generated name would shift when the graph changes, and leave a changelog behind.
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        // Nothing is reported to the brokers' operator unasked.
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    }
}
